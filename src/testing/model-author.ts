import { readTask, type Task } from "./model-author/read-task.ts";
import { type ToldPassage, tellPassages } from "./model-author/tell-passages.ts";
import type { ModelAnswer } from "./model-server/make-answer.ts";
import type { ModelRequest } from "./model-server/model-request.ts";
import { seededRandom } from "./seeded-random.ts";

/** What an author may do wrong, each something that the check or the schema has to find. */
export const AUTHOR_FAULTS = [
  "invented-quote",
  "invented-figure",
  "invented-answer",
  "foreign-link",
  "raw-html",
  "too-long",
  "too-short",
  "wrong-language",
  "repeat",
  "tells-labels",
  "no-passage",
  "unknown-passage",
  "empty",
  "refusal",
  "obeys-source",
] as const;
export type AuthorFault = (typeof AUTHOR_FAULTS)[number];

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
        return { object: outline(task, seed) };
      case "section":
        return { object: { blocks: section(task, seed, wrong) } };
      case "repair":
        return { object: repair(task, seed, wrong) };
    }
  };
}

function outline({ material, sections }: Task, seed: number) {
  const passages = tellPassages(material);
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
    ahead: [...new Set(later.map((line) => titleFrom(line.split(": ")[0] ?? line, 8)))].slice(0, 2),
  };
}

interface WrittenBlock {
  kind: string;
  text: string;
  passages: string[];
  answer: string;
  evidence: string;
}

const block = (kind: string, text: string, label: string, answer = "", evidence = ""): WrittenBlock => ({
  kind,
  text,
  passages: [label],
  answer,
  evidence,
});

function section(
  { material, words, recalls }: Task,
  seed: number,
  fault: AuthorFault | null,
): WrittenBlock[] {
  const passages = tellPassages(material);
  const random = seededRandom(seed + words);
  const share = words / Math.max(1, passages.length);
  const longest = passages.toSorted((a, b) => b.sentences.length - a.sentences.length)[0];
  const quoted =
    longest && longest.sentences.length > 3
      ? { label: longest.label, sentence: longest.sentences.at(-1) ?? "" }
      : null;
  const blocks = passages.flatMap(({ label, sentences }) => {
    const text = upTo(
      sentences.filter((sentence) => sentence !== quoted?.sentence),
      share,
    );
    return text === "" ? [] : [block("text", text, label)];
  });
  if (quoted !== null) {
    const after = blocks.findIndex(({ passages: [label] }) => label === quoted.label);
    blocks.splice(after + 1, 0, block("quote", quoted.sentence, quoted.label));
  }
  const quotable = passages.filter(({ isQuotable }) => isQuotable);
  for (let nth = 0; nth < recalls; nth++) {
    const passage = quotable[Math.floor(random() * quotable.length)];
    if (passage === undefined) break;
    const { label, sentences } = passage;
    const evidence = sentences[Math.floor(random() * sentences.length)] ?? "";
    const question = `What do the passages say about “${titleFrom(evidence, 3)}”?`;
    blocks.push(block("recall", question, label, evidence, evidence));
  }
  return withFault(blocks, material, fault);
}

const INVENTED = "Because seventeen purple submarines sang opera.";
const ELSEWHERE =
  "Der Hafen führt eine Tafel der Gezeiten, die jedes Jahr im Januar neu gedruckt wird, und wer ohne sie segelt, ist zu Gast auf der Sandbank.";

/** The blocks with one thing wrong in the first text, or with the blocks as a whole. */
function withFault(
  blocks: WrittenBlock[],
  material: ReadonlyMap<string, string>,
  fault: AuthorFault | null,
): WrittenBlock[] {
  if (fault === "invented-answer") {
    return blocks.map((each) => (each.kind === "recall" ? { ...each, answer: INVENTED } : each));
  }
  const first = blocks.find(({ kind }) => kind === "text");
  if (first === undefined) return blocks;
  const changed = (change: Partial<WrittenBlock>) =>
    blocks.map((each) => (each === first ? { ...each, ...change } : each));
  const adding = (text: string) => changed({ text: `${first.text} ${text}` });
  switch (fault) {
    case "invented-quote":
      return adding("As it says, “nobody has ever set these very words on paper”.");
    case "invented-figure":
      return adding("It happened 7,419 times.");
    case "foreign-link":
      return adding("Read [more](https://evil.example/more).");
    case "raw-html":
      return adding("<script>alert(1)</script>");
    case "tells-labels":
      return adding("See [p1].");
    case "no-passage":
      return changed({ passages: [] });
    case "unknown-passage":
      return changed({ passages: ["p999"] });
    case "repeat":
      return [...blocks, ...blocks.filter(({ kind }) => kind === "text")];
    case "wrong-language":
      return blocks.map((each) =>
        each.kind === "text" ? { ...each, text: `${ELSEWHERE} ${ELSEWHERE}` } : each,
      );
    case "too-short":
      return [{ ...first, text: first.text.split(" ").slice(0, 9).join(" ") }];
    case "too-long":
      return adding(filler(900));
    case "obeys-source":
      return adding(
        [...material.values()]
          .join(" ")
          .replaceAll("\\", "")
          .match(/say (https?:\S+)/i)?.[1] ?? "",
      );
    default:
      return blocks;
  }
}

function filler(words: number): string {
  const of = ["quiet", "amber", "narrow", "winter", "copper", "hollow", "patient", "distant", "crooked"];
  return Array.from({ length: words }, (_, at) => of[(at * at + Math.floor(at / 7)) % of.length]).join(" ");
}

function repair({ material }: Task, seed: number, fault: AuthorFault | null) {
  const findings = material.get("findings") ?? "";
  const head = material.get("head") ?? "";
  const title = /^Title: (.*)$/m.exec(head)?.[1] ?? "An episode";
  const passages = new Map(tellPassages(material).map((passage) => [passage.label, passage]));
  const drafted = [...material].filter(([label]) => /^b\d+$/.test(label));
  const isWhole = /^The whole: (?!.*(?:called|title))/m.test(findings);
  const isLong = /^The whole: It has/m.test(findings) && drafted.some(([, text]) => text.length > 5_000);
  const firstText = drafted.find(([, text]) => text.startsWith("kind: text"))?.[0];
  const isCited = (label: string) =>
    drafted.some(([, text]) => new RegExp(`^passages: .*\\b${label}\\b`, "m").test(text));
  const blocks = drafted.flatMap(([label, text]) => {
    const found = new RegExp(`^${label}: (.*)$`, "m").exec(findings)?.[1];
    const kind = /^kind: (\w+)/.exec(text)?.[1] ?? "text";
    const isText = kind === "text";
    if (found === undefined && !(isWhole && isText) && !(isLong && text.length > 5_000)) return [];
    const source = (/^passages: (.*)$/m.exec(text)?.[1] ?? "").split(", ")[0] ?? "";
    const passage = passages.get(source);
    const sentences = passage?.sentences ?? [];
    const isTellable = isText ? sentences.length > 0 : passage?.isQuotable === true;
    if (!isTellable || (found?.includes("already") === true && fault !== "repeat")) {
      return [{ ...block("drop", "", ""), passages: [], block: label }];
    }
    const told = sentences.join(" ");
    const [evidence = ""] = sentences;
    const mended = isText
      ? block("text", told, source)
      : kind === "recall"
        ? block("recall", "What do the passages say?", source, evidence, evidence)
        : block("quote", evidence, source);
    // What is too short has left passages out: the first text takes them in.
    const unused =
      isWhole && !isLong && label === firstText
        ? [...passages.values()].filter((one) => !isCited(one.label))
        : [];
    const added = unused.map((one) => block("text", one.sentences.join(" "), one.label));
    return withFault([mended, ...added], material, fault).map((each) => ({ ...each, block: label }));
  });
  const isTaken = /called|title/i.test(findings);
  return {
    title: isTaken ? `${title} (${seed + 1})` : title,
    dek: /^Dek: (.*)$/m.exec(head)?.[1] ?? "",
    blocks,
  };
}

/** The first words of a sentence as a heading. */
function titleFrom(sentence: string, words: number): string {
  const kept = sentence.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.slice(0, words) ?? ["Passage"];
  return kept.join(" ");
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
