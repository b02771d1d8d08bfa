import { isSameOrigin } from "#app/is-same-origin.ts";
import { readBody } from "#app/read-body.ts";
import { reportError } from "#app/report-error.ts";
import { findCtx } from "#app/session.ts";
import { withinLimit } from "#app/within-limit.ts";
import { addSources } from "#domain/sources/add-sources.ts";
import { MAX_SOURCE_BYTES } from "#domain/sources/max-source-bytes.ts";
import type { Ctx } from "#platform/context.ts";
import { isAppError } from "#platform/errors.ts";
import type { AddedSource } from "../added-source.ts";

interface UploadContext {
  params: Promise<{ projectId: string }>;
}

/** Takes one file, as the bytes that it is; its name is in the query. Answers with what became of it, in words. */
export async function POST(request: Request, { params }: UploadContext): Promise<Response> {
  const ctx = await findCtx();
  if (!ctx) return refuse(401, "You are signed out. Sign in again, then add the file once more.");
  if (!isSameOrigin(request)) return refuse(403, "This upload did not come from a page of Episodic.");
  const { projectId } = await params;
  const key = ctx.actor.kind === "user" ? ctx.actor.userId : ctx.organizationId;
  return withinLimit(ctx, { limit: "upload", key, refuse }, () => take(ctx, projectId, request));
}

async function take(ctx: Ctx, projectId: string, request: Request): Promise<Response> {
  const name = new URL(request.url).searchParams.get("name") ?? "";
  const bytes = await readBody(request, MAX_SOURCE_BYTES);
  if (bytes === null) {
    const megabytes = MAX_SOURCE_BYTES / 1024 / 1024;
    return refuse(413, `The file is larger than ${megabytes} MB. Split it into smaller ones and add those.`);
  }
  try {
    const [added] = await addSources(ctx, { projectId, sources: [{ fileName: name, bytes }] });
    return added ? Response.json(added) : refuse(400, "Nothing was sent. Choose the file again.");
  } catch (error) {
    if (isAppError(error, "NOT_FOUND") || isAppError(error, "FORBIDDEN")) return refuse(404, error.message);
    if (isAppError(error)) return refuse(400, error.message);
    return refuse(500, `The file could not be taken, and the fault is ours. Error ${reportError(error)}.`);
  }
}

function refuse(status: number, message: string): Response {
  const refused: AddedSource = { name: "", outcome: "REFUSED", message };
  return Response.json(refused, { status });
}
