import { type AuthorFault, withFault } from "./model-author/author-faults.ts";
import { answersIn, claimNotes, servedBy, weightOf } from "./model-author/honour-notes.ts";
import { mendDraft } from "./model-author/mend-draft.ts";
import { readTask, type Task } from "./model-author/read-task.ts";
import { type ToldPassage, tellPassages } from "./model-author/tell-passages.ts";
import { titleFrom } from "./model-author/title-from.ts";
import { type WrittenBlock, writtenBlock } from "./model-author/written-block.ts";
import type { ModelAnswer } from "./model-server/make-answer.ts";
import type { ModelRequest } from "./model-server/model-request.ts";
import { seededRandom } from "./seeded-random.ts";

export interface AuthorOptions {
  seed?: number;
  /** What goes wrong: always the same, or asked of each task; a repair is asked too and is in order unless `stubborn`. */
  fault?: AuthorFault | ((task: Task) => AuthorFault | null);
  stubborn?: boolean;
}

/**
 * Answers our prompts as a language model would: reads task, head and material, and writes outline, sections and repairs from the
 * passages in the prompt alone, the same for the same request and seed. Null for what is no prompt of the writer.
 */
export function modelAuthor({ seed = 1, fault, stubborn = false }: AuthorOptions = {}) {
  const faultIn = (task: Task): AuthorFault | null => {
    if (task.kind === "repair" && !stubborn) return null;
    return typeof fault === "function" ? fault(task) : (fault ?? null);
  };
  return (request: Pick<ModelRequest, "prompt">): ModelAnswer | null => {
    const task = readTask(request.prompt);
    if (task === null) return null;
    const wrong = faultIn(task);
    if (wrong === "refusal") return { text: "I can't help with that.", ending: "refusal" };
    if (wrong === "empty") return { text: "" };
    switch (task.kind) {
      case "outline":
        return { object: outline(task, seed, wrong) };
      case "section":
        return { object: { blocks: section(task, seed, wrong) } };
      case "repair":
        return { object: mendDraft(task, seed, wrong) };
    }
  };
}

function outline(task: Task, seed: number, fault: AuthorFault | null) {
  const { material, sections } = task;
  const all = tellPassages(material);
  const wanted = all.filter((passage) => weightOf(task, passage, fault) > 0);
  const passages = wanted.length > 0 ? wanted : all;
  const random = seededRandom(seed);
  const each = Math.max(1, Math.ceil(passages.length / Math.max(1, sections)));
  const groups = passages.flatMap((_, at) => (at % each === 0 ? [passages.slice(at, at + each)] : []));
  const taken = new Set((material.get("taken") ?? "").toLowerCase().split("\n"));
  const nameOf = ({ heading, sentences }: ToldPassage, words: number) =>
    titleFrom(heading || (sentences[0] ?? "The passage"), words);
  const names = passages.map((passage) => nameOf(passage, 8));
  const title =
    names.find((name) => !taken.has(name.toLowerCase())) ??
    `${names[0]}, part ${Math.floor(random() * 90) + 10}`;
  const later = (material.get("later") ?? "").split("\n").filter((line) => line !== "");
  return {
    title,
    dek: `What the sources say about it, in ${groups.length === 1 ? "one part" : `${groups.length} parts`}.`,
    sections: groups.map((group) => ({
      heading: group[0] === undefined ? title : nameOf(group[0], 8),
      passages: group.map(({ label }) => label),
    })),
    notes: claimNotes(task, passages, fault),
    ahead: [...new Set(later.map((line) => titleFrom(line.split(": ")[0] ?? line, 8)))].slice(0, 2),
  };
}

function section(task: Task, seed: number, fault: AuthorFault | null): WrittenBlock[] {
  const { material, words, recalls, quotes } = task;
  const passages = tellPassages(material);
  const weights = new Map(passages.map((passage) => [passage, weightOf(task, passage, fault)]));
  const weight = [...weights.values()].reduce((sum, each) => sum + each, 0);
  const random = seededRandom(seed + words);
  const longest = passages.toSorted((a, b) => b.sentences.length - a.sentences.length);
  const quoted = new Set(
    longest.filter(({ sentences }) => sentences.length > 3).slice(0, fault === "claims-falsely" ? 0 : quotes),
  );
  const answers = answersIn(task, passages, fault);
  const blocks = passages.flatMap((passage) => {
    const { label, sentences } = passage;
    const notes = servedBy(task, passage, fault);
    const answering = answers.filter((answer) => answer.passage === passage);
    const quote = answering.length === 0 && quoted.has(passage) ? (sentences.at(-1) ?? "") : "";
    const apart = new Set([quote, ...answering.map(({ sentence }) => sentence)]);
    const share = (words * (weights.get(passage) ?? 1)) / Math.max(1, weight);
    const text = upTo(
      sentences.filter((sentence) => !apart.has(sentence)),
      share,
    );
    return [
      ...(text === "" ? [] : [{ ...writtenBlock("text", text, label), notes }]),
      ...answering.map((answer) => ({
        ...writtenBlock("quote", answer.sentence, label),
        notes: [answer.label],
      })),
      ...(quote === "" ? [] : [{ ...writtenBlock("quote", quote, label), notes }]),
    ];
  });
  // A section tells something in text: where all of it is set apart, the first quotation is told within one.
  const [first, ...rest] = blocks;
  if (first !== undefined && blocks.every(({ kind }) => kind === "quote"))
    blocks.splice(0, blocks.length, { ...first, kind: "text", text: `It says: “${first.text}”` }, ...rest);
  const quotable = passages.filter(({ isQuotable }) => isQuotable);
  for (let nth = 0; nth < recalls; nth++) {
    const passage = quotable[Math.floor(random() * quotable.length)];
    if (passage === undefined) break;
    const { label, sentences } = passage;
    const evidence = sentences[Math.floor(random() * sentences.length)] ?? "";
    const question = `What do the passages say about “${titleFrom(evidence, 3)}”?`;
    blocks.push(writtenBlock("recall", question, label, evidence, evidence));
  }
  return withFault(blocks, material, fault);
}

function upTo(sentences: readonly string[], words: number): string {
  let count = 0;
  return sentences
    .filter((sentence) => {
      const isWithin = count < words;
      count += sentence.split(" ").length;
      return isWithin;
    })
    .join(" ");
}
