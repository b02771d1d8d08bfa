import { attempt } from "#app/attempt.ts";
import { readNoteForm } from "#app/compose-note/read-note-form.ts";
import type { NoteAnswer } from "#app/compose-note/send-note.ts";
import { isSameOrigin } from "#app/is-same-origin.ts";
import { readBody } from "#app/read-body.ts";
import { findCtx } from "#app/session.ts";
import { submitNote } from "#domain/planning/submit-note.ts";

interface SendContext {
  params: Promise<{ projectId: string }>;
}

/** Many times what a note may have, so that a longer one is still told how long it is. */
const MOST_BYTES = 512 * 1024;

/** Takes a note from the composer, which keeps what was typed until this says that the note is there. */
export async function POST(request: Request, { params }: SendContext): Promise<Response> {
  const ctx = await findCtx();
  if (!ctx) {
    return answer(401, {
      message: "You are signed out. Sign in in another tab, then send the note again: it is kept here.",
    });
  }
  if (!isSameOrigin(request))
    return answer(403, { message: "This note did not come from a page of Episodic." });
  const { projectId } = await params;
  const form = await readForm(request);
  if (!form) return answer(400, { message: "A note has 10,000 characters at most. Make it shorter." });
  const sent: NoteAnswer = {};
  const { message, fields } = await attempt(form, async () => {
    sent.noteId = (await submitNote(ctx, readNoteForm(form, projectId))).noteId;
    return undefined;
  });
  if (sent.noteId) return answer(200, sent);
  return answer(400, { ...(message ? { message } : {}), ...(fields ? { fields } : {}) });
}

/** The form of a request; what is none has no field. Null when it is far too long. */
async function readForm(request: Request): Promise<FormData | null> {
  const body = await readBody(request, MOST_BYTES);
  if (body === null) return null;
  const type = request.headers.get("content-type") ?? "";
  return new Response(body, { headers: { "content-type": type } }).formData().catch(() => new FormData());
}

function answer(status: number, said: NoteAnswer): Response {
  return Response.json(said, { status, headers: { "cache-control": "no-store" } });
}
