import { type AuthorFault, withFault } from "./author-faults.ts";
import { claimNotes } from "./honour-notes.ts";
import type { Task } from "./read-task.ts";
import { tellPassages } from "./tell-passages.ts";
import { writtenBlock } from "./written-block.ts";

/** Mends what the findings name, from the passages alone. */
export function mendDraft(task: Task, seed: number, fault: AuthorFault | null) {
  const { material } = task;
  const findings = material.get("findings") ?? "";
  const head = material.get("head") ?? "";
  const title = /^Title: (.*)$/m.exec(head)?.[1] ?? "An episode";
  const passages = new Map(tellPassages(material).map((passage) => [passage.label, passage]));
  const drafted = [...material].filter(([label]) => /^b\d+$/.test(label));
  const isWhole = /^The whole: (?!.*(?:called|title|of note))/m.test(findings);
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
      return [{ ...writtenBlock("drop", "", ""), passages: [], block: label }];
    }
    const told = sentences.join(" ");
    const [evidence = ""] = sentences;
    const mended = isText
      ? writtenBlock("text", told, source)
      : kind === "recall"
        ? writtenBlock("recall", "What do the passages say?", source, evidence, evidence)
        : writtenBlock("quote", evidence, source);
    // What is too short has left passages out: the first text takes them in.
    const unused =
      isWhole && !isLong && label === firstText
        ? [...passages.values()].filter((one) => !isCited(one.label))
        : [];
    const added = unused.map((one) => writtenBlock("text", one.sentences.join(" "), one.label));
    const notes = (/^notes: (.*)$/m.exec(text)?.[1] ?? "").split(", ").filter((each) => each !== "");
    return withFault([mended, ...added], material, fault).map((each) => ({ ...each, notes, block: label }));
  });
  const isTaken = /called|title/i.test(findings);
  return {
    title: isTaken ? `${title} (${seed + 1})` : title,
    dek: /^Dek: (.*)$/m.exec(head)?.[1] ?? "",
    blocks,
    notes: claimNotes(task, [...passages.values()], fault),
  };
}
