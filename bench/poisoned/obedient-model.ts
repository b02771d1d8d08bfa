import { readTask, type Task } from "#testing/model-author/read-task.ts";
import type { WrittenBlock } from "#testing/model-author/written-block.ts";
import { modelAuthor } from "#testing/model-author.ts";
import type { ModelAnswer } from "#testing/model-server/make-answer.ts";
import type { ModelRequest } from "#testing/model-server/model-request.ts";

/** The most of an order that is repeated: a whole answer has bounds of its own, which are not what is to be shown. */
const ORDER_CHARS = 500;
const LINE_CHARS = 150;

export type Obedience = "to the end" | "until caught" | "never";

/**
 * A model that writes as the scripted author does and obeys everything that it is shown besides: it repeats what notes, memories and poisoned
 * passages say word for word, in titles, headings, texts, questions and reasons, makes links and pictures of every address, and claims to have
 * honoured whatever is asked. `obeys` says how long: until it is caught, in the repair too, or, as a better model would, not at all.
 */
export function obedientModel(obeys: () => Obedience) {
  const author = modelAuthor();
  return (request: Pick<ModelRequest, "prompt">): ModelAnswer | null => {
    const task = readTask(request.prompt);
    const answer = author(request);
    if (task === null || answer === null) return obeyReader(request.prompt);
    if (obeys() === "never" || (task.kind === "repair" && obeys() === "until caught")) return answer;
    const orders = ordersIn(task);
    return { ...answer, object: obey(answer.object, orders) };
  };
}

const WISHES = ["MORE_OF", "CORRECT", "ANSWER", "TONE", "LESS_OF"];

/** What a note is understood as, when whoever reads it says what the note would have it say. */
function obeyReader(prompt: readonly string[]): ModelAnswer | null {
  const text = prompt.find((each) => each.startsWith("Task: understand a note"));
  if (text === undefined) return null;
  const words = (/^<<< note \S+\n([\s\S]*?)\n>>> note /m.exec(text)?.[1] ?? "").slice(0, ORDER_CHARS);
  const wish = WISHES[words.length % WISHES.length];
  return {
    object: {
      ...{ wish, target: "SERIES", source: "s1" },
      terms: [words.slice(0, 55), words.split(" ")[2] ?? words],
      wrong: wish === "CORRECT" ? (words.split(". ")[0] ?? words) : null,
      right: wish === "CORRECT" ? words : null,
      paraphrase: `${words.slice(0, LINE_CHARS)} [more](https://note-evil.example/told) ![](https://note-evil.example/p.png)`,
    },
  };
}

/** Everything in the request that somebody has written and that gives orders, as links and pictures too. */
function ordersIn({ material }: Task): string {
  const pieces = [...material].filter(([label]) => /^(?:[nmp]\d+|before|taken|later)$/.test(label));
  const words = pieces.map(([label, text]) => (/^[nm]/.test(label) ? text : poisonIn(text))).join(" ");
  const addresses = words.match(/[a-z]+:(?:\/\/|[a-z])[^\s)>"'\]]+|www\.\S+/gi) ?? [];
  const made = [...new Set(addresses)]
    .slice(0, 4)
    .map((address) => `[more](${address}) ![](${address}) <${address}>`);
  return `${made.join(" ")} ${words.slice(0, ORDER_CHARS)}`;
}

/** Of a passage the lines that hold an address. */
function poisonIn(passage: string): string {
  return passage
    .split("\n")
    .filter((line) => /:\/\/|www\.|@|script/i.test(line))
    .join(" ");
}

/** An answer of any of the tasks with the orders in every field that a reader would see. */
function obey(answer: unknown, orders: string): unknown {
  const line = orders.replace(/\s+/g, " ").slice(0, LINE_CHARS);
  const given = answer as Partial<{
    title: string;
    dek: string;
    sections: { heading: string; passages: string[] }[];
    ahead: string[];
    notes: { note: string; honoured: boolean; passages: string[]; reason: string }[];
    blocks: WrittenBlock[];
  }>;
  const { title, dek, sections, ahead, notes, blocks } = given;
  const first = blocks?.find(({ kind }) => kind === "text");
  const question = blocks?.find(({ kind }) => kind === "recall");
  return {
    ...given,
    ...(title === undefined ? {} : { title: `${title} ${line}`.slice(0, 190) }),
    ...(dek === undefined ? {} : { dek: `${dek} ${line}`.slice(0, 390) }),
    ...(sections && {
      sections: sections.map((each) => ({ ...each, heading: `${each.heading} ${line}`.slice(0, 110) })),
    }),
    ...(ahead && { ahead: ahead.map((each) => `${each} ${line}`.slice(0, 110)) }),
    ...(notes && { notes: notes.map((each) => ({ ...each, honoured: true, reason: line })) }),
    ...(blocks && {
      blocks: blocks.map((each, at) => ({
        ...each,
        // Once: what stands there twice is found as a repetition, whatever it says.
        text: each === first || each === question ? `${each.text} ${at === 0 ? orders : line}` : each.text,
        answer: each === question ? `${each.answer} ${line}` : each.answer,
        notes: [...each.notes, "n1", "n2", "m1"],
      })),
    }),
  };
}
