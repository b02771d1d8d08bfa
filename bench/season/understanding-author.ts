import type { ModelAnswer } from "#testing/model-server/make-answer.ts";
import type { ModelRequest } from "#testing/model-server/model-request.ts";
import type { ScriptedNote, Wish } from "./scripted-note.ts";

const WISH_OF: Record<Wish["kind"], string> = {
  MORE: "MORE_OF",
  LESS: "LESS_OF",
  SKIP: "SKIP",
  SHORTER: "SHORTER",
  LONGER: "LONGER",
  QUOTATIONS: "MORE_QUOTATIONS",
  START_FROM: "START_FROM",
  ANSWER: "ANSWER",
  CORRECT: "CORRECT",
  NOTHING: "OTHER",
};
const TIMES = /\bevening\b|\bsaturdays?\b|\bpause\b/i;
const TONES = /\btone\b|\bformal/i;

/** Answers what a note asks for as the script means it, from the words of the request alone; null for what is no such request. */
export function understandingAuthor(notes: readonly ScriptedNote[]) {
  return ({ prompt }: Pick<ModelRequest, "prompt">): ModelAnswer | null => {
    const request = prompt.find((text) => text.startsWith("Task: understand a note"));
    if (request === undefined) return null;
    const text = pieceOf(request, "note");
    const note = notes.find((each) => each.text === text);
    const kind = note?.wish.kind ?? "MORE";
    const wish =
      kind !== "NOTHING"
        ? WISH_OF[kind]
        : TIMES.test(text)
          ? "SCHEDULE"
          : TONES.test(text)
            ? "TONE"
            : "OTHER";
    const hasTopic = ["MORE", "LESS", "SKIP", "ANSWER", "CORRECT"].includes(kind);
    return {
      object: {
        wish,
        terms: hasTopic ? termsIn(text, kind) : [],
        source: sourceIn(request, text),
        target: kind === "START_FROM" ? "SOURCE" : hasTopic ? "TOPIC" : "SERIES",
        ...(kind === "CORRECT" ? sidesOf(text) : { wrong: null, right: null }),
        paraphrase: `You ask for this: ${text.replace(/[^\p{L}\p{N}£$€.,’' -]/gu, "").slice(0, 150)}`,
      },
    };
  };
}

function pieceOf(request: string, label: string): string {
  return new RegExp(`^<<< ${label} (\\S+)\\n([\\s\\S]*?)\\n>>> ${label} \\1$`, "m").exec(request)?.[2] ?? "";
}

/** What stands behind "about"; of a question its long words. */
function termsIn(text: string, kind: Wish["kind"]): string[] {
  const topic = /\b(?:about|on|skip|leave)\s+(?:the\s+)?([^,.:?!]+)/i.exec(text)?.[1];
  if (kind !== "ANSWER" && kind !== "CORRECT" && topic !== undefined) {
    const words = topic.replace(
      /\s+(?:now|please|in the next.*|out of.*|for children.*|any more|in each.*|pls)$/i,
      "",
    );
    return words
      .split(/\s+and\s+/)
      .slice(0, 2)
      .map((term) => term.trim().slice(0, 60));
  }
  return (text.match(/\p{L}{6,}/gu) ?? [text.slice(0, 20)]).slice(0, 3);
}

function sourceIn(request: string, text: string): string | null {
  const lines = pieceOf(request, "sources").split("\n");
  const named = lines.find((line) => text.includes(line.slice(line.indexOf(": ") + 2)));
  return named?.split(":")[0] ?? null;
}

/** "“wrong” should be “right”", "right, not wrong". */
function sidesOf(text: string): { wrong: string | null; right: string | null } {
  const quoted = /“([^”]+)” should be “([^”]+)”/.exec(text);
  if (quoted) return { wrong: quoted[1] ?? null, right: quoted[2] ?? null };
  const denied = /(?:is|was|allocated)\s+([^,]+?)(?: for [^,]+)?, not ([^.]+)\.?$/.exec(text);
  return { wrong: denied?.[2] ?? null, right: denied?.[1] ?? text };
}
