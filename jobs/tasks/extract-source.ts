import { extractSource } from "#domain/sources/extract-source.ts";
import { actingFor, type System } from "#platform/system.ts";

/** Finds the passages of a source that was added. */
export async function extractSourceTask(
  system: System,
  { organizationId, sourceId }: { organizationId: string; sourceId: string },
): Promise<void> {
  await extractSource(actingFor(system, organizationId, "extract_source"), { sourceId });
}
