import { z } from "zod";
import { guarded } from "#domain/people/verb.ts";
import { getProject } from "#domain/projects/get-project.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { isAppError } from "#platform/errors.ts";
import { cleanText } from "./clean-text.ts";
import { guessTitle } from "./internal/guess-title.ts";
import { type StoredSource, storeSource } from "./internal/store-source.ts";
import { readSource } from "./read-source.ts";

const LONGEST_NAME = 200;

/** A name is not what a file is refused for: it is made storable. */
const name = z
  .string()
  .transform((value) => cleanText(value).text.trim().slice(0, LONGEST_NAME).toWellFormed());

/** A file as it was uploaded, or a text as it was pasted. */
export const SourceToAdd = z.union([
  z.object({ fileName: name, bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
  z.object({ title: name.default(""), text: z.string() }),
]);
export type SourceToAdd = z.input<typeof SourceToAdd>;

/** What became of one file or paste; `message` says what is wrong and what to do. */
export type AddedSource = { name: string } & (StoredSource | { outcome: "REFUSED"; message: string });

/**
 * Takes files and pastes into a project, each for itself: what is no readable text or is there already changes nothing
 * and is answered with a sentence; the others are stored, and a job finds their passages.
 *
 * @throws AppError NOT_FOUND when the organization has no such project
 */
export const addSources = guarded(
  {
    needs: "source.edit",
    input: z.object({ projectId: z.string(), sources: z.array(SourceToAdd).min(1).max(50) }),
  },
  async (ctx, { projectId, sources }): Promise<AddedSource[]> => {
    const project = await getProject(ctx, { projectId });
    const outcomes: AddedSource[] = [];
    for (const source of sources) outcomes.push(await addOne(ctx, project.id, source));
    return outcomes;
  },
);

async function addOne(
  ctx: Ctx,
  projectId: string,
  given: z.output<typeof SourceToAdd>,
): Promise<AddedSource> {
  const isFile = "bytes" in given;
  const fileName = isFile ? given.fileName : "";
  const givenTitle = isFile ? "" : given.title;
  const name = fileName || givenTitle || "Pasted text";
  try {
    const read = await readSource(given);
    const title = givenTitle || guessTitle({ ...read, fileName });
    const original = isFile ? Uint8Array.from(given.bytes) : new TextEncoder().encode(given.text);
    const source = { projectId, title, fileName, original, read };
    return { name, ...(await inOrganization(ctx, (inside) => storeSource(inside, source))) };
  } catch (error) {
    if (isAppError(error, "INVALID")) return { name, outcome: "REFUSED", message: error.message };
    throw error;
  }
}
