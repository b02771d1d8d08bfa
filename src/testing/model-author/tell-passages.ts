/** A passage with the sentences of it that can be told as they are. */
export interface ToldPassage {
  label: string;
  /** The innermost heading above it; empty where its source has none. */
  heading: string;
  sentences: string[];
  /** The sentences stand in the passage as they are, so that they may be quoted. */
  isQuotable: boolean;
}

/** The passages among the material, in the order of the request. */
export function tellPassages(material: ReadonlyMap<string, string>): ToldPassage[] {
  return [...material]
    .filter(([label]) => /^p\d+$/.test(label))
    .map(([label, text]) => ({ label, heading: headingOf(text), ...sentencesOf(text) }));
}

/** Marks that would begin a quotation, a link or a list in the wrong place. */
const MARKED = /["“”„«»<>[\]|*_`#\\~]|^\s*(?:[-+]|\d+[.)])\s/;

/** The plain sentences of a passage as it is printed; where all have marks in them, the words without the marks. */
function sentencesOf(passage: string): Pick<ToldPassage, "sentences" | "isQuotable"> {
  const body = passage
    .split("\n\n")
    .slice(1)
    .map((part) =>
      part.replace(/^[^\n:]{1,60} \(\d+:\d\d(?::\d\d)?\): |^Somebody: /, "").replace(/\s+/g, " "),
    );
  const all = body.flatMap((part) =>
    [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(part)].map(({ segment }) =>
      segment.trim(),
    ),
  );
  const plain = all.filter((sentence) => !MARKED.test(sentence) && /\p{L}{2}/u.test(sentence));
  if (plain.length > 0) return { sentences: [...new Set(plain)], isQuotable: true };
  const words = body.join(" ").match(/[\p{L}\p{N}][\p{L}\p{N}’'.,-]*/gu) ?? [];
  return { sentences: words.length === 0 ? [] : [words.join(" ")], isQuotable: false };
}

function headingOf(passage: string): string {
  return (
    /^Under: (.*)$/m
      .exec(passage.split("\n\n")[0] ?? "")?.[1]
      ?.split(" › ")
      .at(-1) ?? ""
  );
}
