import { Directive } from "#domain/planning/directive.ts";

/** What a note would do to the episodes that take it up, in a sentence; null while that is not known. */
export function sayDirective(stored: unknown): string | null {
  const { data } = Directive.safeParse(stored);
  if (!data) return null;
  switch (data.kind) {
    case "MORE_OF":
      return `More of an episode is about ${listed(data.terms)}.`;
    case "LESS_OF":
      return `Less of an episode is about ${listed(data.terms)}.`;
    case "SKIP":
      return `Nothing in an episode is about ${listed(data.terms)}.`;
    case "SHORTER":
      return "Episodes are shorter.";
    case "LONGER":
      return "Episodes are longer.";
    case "MORE_QUOTATIONS":
      return "More of the sources’ own words are quoted.";
    case "START_FROM":
      return "An episode begins with the source that it names.";
    case "ANSWER":
      return `An episode answers: ${data.question}`;
    case "CORRECT":
      return data.wrong
        ? `Instead of “${data.wrong}” it says “${data.right}”.`
        : `It is put right: “${data.right}”.`;
    case "TONE":
      return `The tone changes: ${data.wish}`;
    case "SCHEDULE":
      return `Episodes come at another time: ${data.wish}`;
    case "OTHER":
      return data.wish ? `Something that no rule covers: ${data.wish}` : "Something that no rule covers.";
  }
}

const list = new Intl.ListFormat("en-GB", { type: "disjunction" });

function listed(terms: readonly string[]): string {
  return list.format(terms.map((term) => `“${term}”`));
}
