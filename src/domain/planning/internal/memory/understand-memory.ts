import type { TxCtx } from "#platform/context.ts";
import type { MemoryKind } from "#platform/db/generated/client.ts";
import { sentenceVectors } from "#platform/language/sentence-vectors.ts";
import type { Directive } from "../../directive.ts";
import { understandByRules } from "../../understand-by-rules.ts";
import type { NoteToUnderstand } from "../../understanding.ts";
import type { Meaning } from "./meaning-columns.ts";

type ProjectToRead = Pick<NoteToUnderstand, "project" | "sources">;

/** What of a project is needed to understand a memory. */
export async function loadProjectToRead(
  { tx, organizationId }: TxCtx,
  projectId: string,
): Promise<ProjectToRead> {
  const project = await tx.project.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: projectId } },
    select: {
      title: true,
      goal: true,
      language: true,
      sources: { where: { deletedAt: null }, orderBy: { id: "asc" }, select: { id: true, title: true } },
    },
  });
  const { sources, ...rest } = project;
  return { project: rest, sources };
}

/** What holds for every episode to come; a question or a correction is for one. */
const LASTING: readonly Directive["kind"][] = [
  "MORE_OF",
  "LESS_OF",
  "SKIP",
  "SHORTER",
  "LONGER",
  "MORE_QUOTATIONS",
  "START_FROM",
  "TONE",
];

/**
 * What a memory means, by the rules by which notes are understood: its topic, where it stands among other texts, and what a writer is
 * to do about it. A fact asks for nothing. Slow (about 20 ms): not for inside a transaction.
 */
export async function understandMemory(
  { project, sources }: ProjectToRead,
  { kind, text }: { kind: MemoryKind; text: string },
): Promise<Meaning> {
  const note = { text, passage: null, block: null, episodeTitle: null, project, sources };
  const { terms, directive } = await understandByRules(note);
  const [vector] = await sentenceVectors([text]);
  const isAsked = kind !== "FACT" && LASTING.includes(directive.kind);
  return { terms, directive: isAsked ? directive : null, vector: vector ?? null };
}
