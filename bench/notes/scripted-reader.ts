import type { ModelAnswer } from "#testing/model-server/make-answer.ts";
import type { LabelledNote } from "./measure-understanding.ts";

/**
 * Answers a request to understand a note as its label says: what is measured with it is what the way through schema, checks and mending keeps
 * of a right answer, not what a model knows.
 */
export function scriptedReader(notes: readonly LabelledNote[]) {
  const byText = new Map(notes.map((note) => [note.text, note]));
  return ({ prompt }: { prompt: readonly string[] }): ModelAnswer | null => {
    const request = prompt.find((text) => text.startsWith("Task: understand a note\n"));
    const boundary = /^Boundary: (\S+)$/m.exec(request ?? "")?.[1];
    const piece = new RegExp(`^<<< note ${boundary}\\n([\\s\\S]*?)\\n>>> note ${boundary}$`, "m");
    const note = byText.get(piece.exec(request ?? "")?.[1] ?? "");
    if (note === undefined) return null;
    const { directive, terms, target, source } = note.expect;
    const at = note.sources.findIndex(({ id }) => id === source);
    return {
      object: {
        ...{ wish: directive, terms, target },
        source: at === -1 ? null : `s${at + 1}`,
        wrong: null,
        right: directive === "CORRECT" ? note.text.slice(0, 200) : null,
        paraphrase: `You wrote about ${terms[0] ?? "the series"}.`,
      },
    };
  };
}
