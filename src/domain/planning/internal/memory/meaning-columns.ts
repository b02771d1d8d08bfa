import { Prisma } from "#platform/db/generated/client.ts";
import { VECTOR_MODEL } from "#platform/language/sentence-vectors.ts";
import type { Directive } from "../../directive.ts";
import { packVector } from "./pack-vector.ts";

/** What is known of the meaning of a memory's text. */
export interface Meaning {
  directive: Directive | null;
  terms: readonly string[];
  /** A unit vector by `VECTOR_MODEL`; null where none was made. */
  vector: readonly number[] | null;
}

/** The columns in which a memory's meaning is kept. */
export function meaningColumns({ directive, terms, vector }: Meaning) {
  return {
    directive: directive ?? Prisma.DbNull,
    topicTerms: [...terms],
    vector: vector && packVector(vector),
    vectorModel: vector && VECTOR_MODEL,
  };
}
