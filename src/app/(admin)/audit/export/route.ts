import { z } from "zod";
import { isSameOrigin } from "#app/is-same-origin.ts";
import { openStreams } from "#app/open-streams.ts";
import { findSignedIn } from "#app/session.ts";
import { streamText } from "#app/stream-text.ts";
import { withinLimit } from "#app/within-limit.ts";
import { exportAuditLog } from "#domain/people/export-audit-log.ts";
import { isAppError } from "#platform/errors.ts";
import { readFilter } from "../read-filter.ts";
import { EXPORT_TYPES, writeExport } from "../write-export.ts";

const Format = z.enum(["csv", "jsonl"]).catch("csv");

/** The audit log as a file, by the filters of the page. It leaves a row behind, so it is asked for by a form and not by a link. */
export async function POST(request: Request): Promise<Response> {
  const signedIn = await findSignedIn();
  const { ctx, organization, person } = signedIn ?? {};
  if (!signedIn || !ctx || !organization) return refuse(401, "You are signed out. Sign in again.");
  if (!isSameOrigin(request)) return refuse(403, "This did not come from a page of Episodic.");
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const { filter } = readFilter(search, person?.timeZone ?? organization.reportingZone);
  const format = Format.parse(search.format);
  const key = signedIn.person.id;
  return withinLimit(ctx, { limit: "export", key }, async () => {
    try {
      const pages = await exportAuditLog(ctx, { ...filter, format });
      const watch = openStreams().follow({ sessionId: signedIn.session.id, standing: signedIn.standing });
      return new Response(streamText(writeExport(pages, format), watch), {
        headers: {
          "content-type": EXPORT_TYPES[format],
          "content-disposition": `attachment; filename="audit-log.${format}"`,
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
