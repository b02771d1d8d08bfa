import { z } from "zod";
import { guarded } from "#domain/people/verb.ts";
import { getProject } from "#domain/projects/get-project.ts";
import type { Ctx } from "#platform/context.ts";
import { inBareOrganization, inOrganization, runSql } from "#platform/database.ts";
import { linguistFor } from "#platform/language/linguist-for.ts";
import { sentenceVectors, VECTOR_MODEL } from "#platform/language/sentence-vectors.ts";
import { LISTED, type ListedMemory, toListed } from "./internal/memory/listed-memory.ts";
import { nearnessOfPacked } from "./internal/memory/pack-vector.ts";
import { memoriesByWordsSql, memoryVectorsSql } from "./internal/memory/search-memories.sql.ts";

const MOST_FOUND = 30;
/** Below this, what is near is so by chance. */
const LEAST_NEARNESS = 0.35;
/** All of the words found weigh as much as being half as near as can be. */
const WORDS_WEIGH = 0.5;
const MOST_WORDS = 12;

export interface FoundMemory extends ListedMemory {
  /** Nearness in meaning, and the share of the words that it holds: compares within one search. */
  score: number;
}

/**
 * Searches what a project remembers and what is proposed, by meaning and by words: both see what the other misses. The best 30; ties by id,
 * the newest first. Meaning is read in English; of other languages the words are what counts. What is forgotten or superseded is not found.
 *
 * @throws AppError NOT_FOUND when the organization has no such project
 */
export const searchMemories = guarded(
  {
    needs: "memory.read",
    input: z.object({
      projectId: z.string(),
      text: z.string().trim().min(1, "Say what to look for.").max(500),
    }),
  },
  async (ctx, { projectId, text }): Promise<FoundMemory[]> => {
    const project = await inOrganization(ctx, (inside) => getProject(inside, { projectId }));
    const [vector = []] = await sentenceVectors([text]);
    const scores = await scoreAll(ctx, project.id, { text, vector, language: project.language });
    return inOrganization(ctx, async (inside) => {
      const rows = await inside.tx.agentMemory.findMany({
        where: {
          organizationId: ctx.organizationId,
          projectId: project.id,
          id: { in: [...scores.keys()] },
          status: { in: ["PROPOSED", "ACTIVE"] },
        },
        select: LISTED,
      });
      const listed = await toListed(inside, rows);
      return inOrder(listed.map((memory) => ({ ...memory, score: scores.get(memory.id) ?? 0 })));
    });
  },
);

async function scoreAll(
  ctx: Ctx,
  projectId: string,
  { text, vector, language }: { text: string; vector: readonly number[]; language: string },
): Promise<Map<string, number>> {
  const words = tellingWords(text, language);
  const { near, found } = await inBareOrganization(ctx, async (client) => {
    const scope = [ctx.organizationId, projectId];
    const [near] = await runSql(client, memoryVectorsSql, [...scope, VECTOR_MODEL]);
    const patterns = words.map((word) => `%${word}%`);
    const found = words.length > 0 ? await runSql(client, memoriesByWordsSql, [...scope, patterns]) : [];
    return { near, found };
  });
  const scores = new Map<string, number>();
  const nearness = near?.vectors ? nearnessOfPacked(near.vectors, vector) : [];
  for (const [at, id] of (near?.ids?.split(",") ?? []).entries()) {
    const value = nearness[at] ?? 0;
    if (value >= LEAST_NEARNESS) scores.set(id, value);
  }
  for (const { id, found: held } of found) {
    scores.set(id, (scores.get(id) ?? 0) + (WORDS_WEIGH * Number(held)) / words.length);
  }
  return new Map(
    inOrder([...scores].map(([id, score]) => ({ id, score }))).map(({ id, score }) => [id, score]),
  );
}

/** The words that mean something; all of them, where none seems to. */
function tellingWords(text: string, language: string): string[] {
  const tokens = linguistFor(language)
    .read(text)
    .flatMap((sentence) => sentence.tokens.filter(({ lower }) => /^[\p{L}\p{M}\p{N}]{2,}$/u.test(lower)));
  const telling = tokens.filter(({ isContent }) => isContent);
  const words = (telling.length > 0 ? telling : tokens).map(({ lower }) => lower);
  return [...new Set(words)].slice(0, MOST_WORDS);
}

function inOrder<T extends { id: string; score: number }>(found: readonly T[]): T[] {
  return [...found]
    .sort((one, other) => other.score - one.score || (one.id > other.id ? -1 : 1))
    .slice(0, MOST_FOUND);
}
