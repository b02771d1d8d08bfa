/** One of the writer's requests, taken apart as a model would. */
export interface Task {
  kind: "outline" | "section" | "repair";
  /** The material between the boundaries, by its labels. */
  material: ReadonlyMap<string, string>;
  /** How many sections an outline is to have. */
  sections: number;
  /** How many words a section is to have, and how many questions. */
  words: number;
  recalls: number;
  /** The most quotations that a section may have. */
  quotes: number;
  /** Notes (n1) and memories (m1): the request's own line about each, and its words. */
  wishes: Wish[];
}

/** A note or a memory as a request holds it. */
export interface Wish {
  label: string;
  line: string;
  words: string;
}

const KINDS = [
  [/^outline episode/, "outline"],
  [/^write section/, "section"],
  [/^mend the draft/, "repair"],
] as const;

/** Reads the texts of a request; null when none of them is a request of the writer. */
export function readTask(prompt: readonly string[]): Task | null {
  const text = prompt.find((each) => /^Task: /.test(each));
  if (text === undefined) return null;
  const head = text.split("\n\n")[0] ?? "";
  const line = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(head)?.[1] ?? "";
  const kind = KINDS.find(([pattern]) => pattern.test(line("Task")))?.[1];
  if (kind === undefined) return null;
  const material = materialIn(text, line("Boundary"));
  return {
    kind,
    material,
    sections: numberIn(line("Sections")),
    words: numberIn(line("Length of this section")),
    recalls: numberIn(line("Recall questions")),
    quotes: numberIn(line("Quotes")),
    wishes: [...head.matchAll(/^(?:Note|Memory) ([nm]\d+): (.*)$/gm)].map(([, label = "", said = ""]) => ({
      label,
      line: said,
      words: material.get(label) ?? "",
    })),
  };
}

function materialIn(text: string, boundary: string): Map<string, string> {
  const piece = new RegExp(`^<<< (\\S+) ${boundary}\\n([\\s\\S]*?)\\n>>> \\1 ${boundary}$`, "gm");
  return new Map([...text.matchAll(piece)].map(([, label = "", content = ""]) => [label, content]));
}

function numberIn(line: string): number {
  return Number(/\d+/.exec(line)?.[0] ?? 0);
}
