import { z } from "zod";
import { openStreams } from "#app/open-streams.ts";
import { findSignedIn } from "#app/session.ts";
import { streamText } from "#app/stream-text.ts";
import { withinLimit } from "#app/within-limit.ts";
import { isAppError } from "#platform/errors.ts";
import { openExport } from "../open-export.ts";
import { readCallSearch } from "../read-filter.ts";
import { USAGE_TYPES } from "../write-usage.ts";

const What = z.enum(["calls", "days"]).catch("calls");
const Format = z.enum(["csv", "json"]).catch("csv");

/** The usage of a period as a file: its days summed up, or its calls one by one. It changes nothing, so a link is enough. */
export async function GET(request: Request): Promise<Response> {
  const signedIn = await findSignedIn();
  const { ctx, organization } = signedIn ?? {};
  if (!signedIn || !ctx || !organization) return refuse(401, "You are signed out. Sign in again.");
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const [what, format] = [What.parse(search.what), Format.parse(search.format)];
  const today = ctx.clock.now().toLocaleDateString("sv-SE", { timeZone: organization.reportingZone });
  const { filter, period, problems } = readCallSearch(search, today);
  // A page may show something else and say so; a file can't.
  if (problems.length > 0) return refuse(400, problems.join(" "));
  return withinLimit(ctx, { limit: "export", key: signedIn.person.id }, async () => {
    try {
      const { name, text } = await openExport(ctx, { what, format, period, filter });
      const watch = openStreams().follow({ sessionId: signedIn.session.id, standing: signedIn.standing });
      return new Response(streamText(text, watch), {
        headers: {
          "content-type": USAGE_TYPES[format],
          "content-disposition": `attachment; filename="${name}.${format}"`,
          "cache-control": "no-store, no-transform",
        },
      });
    } catch (error) {
      if (isAppError(error)) return refuse(404, "There is nothing here.");
      throw error;
    }
  });
}

function refuse(status: number, message: string): Response {
  return new Response(message, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
