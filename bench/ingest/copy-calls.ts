import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type pg from "pg";
import type { IngestCall, IngestScene } from "./ingest-scene.ts";

/** The same rows by COPY from a file, in one statement: as fast as the table, its indexes and its references can take them. */
export async function copyCalls(
  admin: pg.Client,
  { ctx, priceId }: IngestScene,
  calls: readonly IngestCall[],
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "episodic-ingest-"));
  // The server reads the rows as a user of its own.
  await chmod(folder, 0o755);
  const file = path.join(folder, "calls.csv");
  const lines = calls.map(({ tokens, ...call }) =>
    [
      ctx.organizationId,
      call.callKey,
      call.projectId,
      call.purpose,
      call.provider,
      call.model,
      priceId,
      tokens.uncachedInput,
      tokens.cacheRead,
      tokens.cacheWrite,
      tokens.output,
      tokens.reasoning,
      1_000_000,
      call.durationMs,
      call.occurredAt.toISOString(),
    ].join(","),
  );
  await writeFile(file, lines.join("\n"));
  try {
    await admin.query(
      `copy token_usage (organization_id, call_key, project_id, purpose, provider, model, model_price_id, uncached_input_tokens, cache_read_tokens,
         cache_write_tokens, output_tokens, reasoning_tokens, cost_nanos, duration_ms, occurred_at) from '${file}' (format csv)`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
