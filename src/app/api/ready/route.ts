import { checkReadiness } from "#platform/readiness.ts";
import { webSystem } from "../../database.ts";

export const dynamic = "force-dynamic";

/** Ready: the database, its schema and a worker are there. 503 until all are. */
export async function GET(): Promise<Response> {
  const { isReady, checks } = await checkReadiness(webSystem());
  return Response.json(
    { status: isReady ? "ready" : "not ready", checks },
    { status: isReady ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
