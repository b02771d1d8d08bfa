import { findSignedIn } from "#app/session.ts";
import { exportMyData } from "#domain/people/export-my-data.ts";
import { isAppError } from "#platform/errors.ts";
import { consume } from "#platform/rate-limit.ts";

/** Everything that is kept about the person who is signed in, as a file. */
export async function GET(): Promise<Response> {
  const me = (await findSignedIn())?.me;
  if (!me || me.isSecondDue) return new Response(null, { status: 401 });
  try {
    await consume(me, "export", me.userId);
  } catch (error) {
    if (!isAppError(error, "LIMIT_REACHED")) throw error;
    return new Response(error.message, {
      status: 429,
      headers: { "retry-after": String(error.retryAfterSeconds ?? 60) },
    });
  }
  return new Response(JSON.stringify(await exportMyData(me, {}), null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="my-data-from-episodic.json"',
      "cache-control": "no-store",
    },
  });
}
