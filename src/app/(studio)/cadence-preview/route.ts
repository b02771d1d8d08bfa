import { previewCadence } from "#app/preview-cadence.ts";
import { readCadence } from "#app/read-cadence.ts";
import { findCtx } from "#app/session.ts";

/** What the cadence in a half-filled form would do. It stores nothing. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await findCtx();
  if (!ctx) return new Response(null, { status: 401 });
  const form = new URL(request.url).searchParams;
  return Response.json(previewCadence(readCadence(form), ctx.clock.now()), {
    headers: { "cache-control": "no-store" },
  });
}
