import { findSignedIn } from "#app/session.ts";
import { withinLimit } from "#app/within-limit.ts";
import { exportMyData } from "#domain/people/export-my-data.ts";

/** Everything that is kept about the person who is signed in, as a file. */
export async function GET(): Promise<Response> {
  const me = (await findSignedIn())?.me;
  if (!me || me.isSecondDue) return new Response(null, { status: 401 });
  return withinLimit(
    me,
    { limit: "export", key: me.userId },
    async () =>
      new Response(JSON.stringify(await exportMyData(me, {}), null, 2), {
        headers: {
          "content-type": "application/json; charset=utf-8",
          "content-disposition": 'attachment; filename="my-data-from-episodic.json"',
          "cache-control": "no-store",
        },
      }),
  );
}
