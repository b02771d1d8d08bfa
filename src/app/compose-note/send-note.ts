/** What came of sending a note: it is there, or why not; either way in words. */
export type Sent = { noteId: string } | { problem: string; field?: string };

/** What the server answers with. */
export interface NoteAnswer {
  noteId?: string;
  message?: string;
  fields?: Readonly<Record<string, string>>;
}

const WAITS_MS = 20_000;
const NOT_REACHED =
  "The note was not sent: Episodic could not be reached. What you wrote is kept in this browser; send it again once you are connected.";

/** Sends a note. Whatever goes wrong on the way is an answer too: the caller keeps what was typed. */
export async function sendNote(url: string, form: FormData): Promise<Sent> {
  try {
    const signal = AbortSignal.timeout(WAITS_MS);
    const response = await fetch(url, { method: "POST", body: form, signal, redirect: "error" });
    const answer = (await response.json()) as NoteAnswer;
    if (response.ok && answer.noteId) return { noteId: answer.noteId };
    const [field] = Object.keys(answer.fields ?? {});
    return { problem: answer.message ?? NOT_REACHED, ...(field ? { field } : {}) };
  } catch {
    return { problem: NOT_REACHED };
  }
}
