import { followRun } from "#app/follow-run.ts";
import { findSignedIn } from "#app/session.ts";

/**
 * Tells an open page of a run `changed` whenever something of it has changed, and `over` once it has come to its end. The stream ends with the right
 * to it. 503 where the database can't tell; the page asks then, every few seconds.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ projectId: string; queueId: string }> },
): Promise<Response> {
  const signedIn = await findSignedIn();
  if (!signedIn?.ctx) return new Response(null, { status: 401 });
  const { session, standing, ctx } = signedIn;
  return followRun({ sessionId: session.id, standing, ctx, ...(await params) });
}
