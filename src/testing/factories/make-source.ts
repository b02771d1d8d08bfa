import { addSources, type SourceToAdd } from "#domain/sources/add-sources.ts";
import { extractSource } from "#domain/sources/extract-source.ts";
import type { Ctx } from "#platform/context.ts";

/** A source of a project that waits for its passages. */
export async function makeSource(ctx: Ctx, projectId: string, source: SourceToAdd): Promise<string> {
  const [outcome] = await addSources(ctx, { projectId, sources: [source] });
  if (outcome?.outcome !== "ADDED") throw new Error(`the source was not added: ${JSON.stringify(outcome)}`);
  return outcome.sourceId;
}

/** A source with its passages, ready to be written from. */
export async function makeReadySource(ctx: Ctx, projectId: string, source: SourceToAdd): Promise<string> {
  const sourceId = await makeSource(ctx, projectId, source);
  const outcome = await extractSource(ctx, { sourceId });
  if (outcome !== "READY") throw new Error(`the source is ${outcome ?? "gone"}`);
  return sourceId;
}

/** A file as it is uploaded. */
export function textFile(fileName: string, text: string): SourceToAdd {
  return { fileName, bytes: new TextEncoder().encode(text) };
}
