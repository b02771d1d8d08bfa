/** The note that a form names, as it was when the page was shown. */
export function namedNote(form: FormData): { noteId: string; revision: number } {
  return { noteId: String(form.get("noteId") ?? ""), revision: Number(form.get("revision")) };
}
