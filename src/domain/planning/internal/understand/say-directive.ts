import type { Directive } from "../../directive.ts";
import type { Lexicon } from "./lexicon.ts";
import { foldCase, plainWords } from "./plain-note.ts";
import { cutAtWord, fitParaphrase } from "./say-understanding.ts";

/** One sentence about what a note asks for, from a template of its language and the note's own words; neither link nor markup. */
export function sayDirective(
  directive: Directive,
  { plain, title, lexicon }: { plain: string; title: string | null; lexicon: Lexicon },
): string {
  return fitParaphrase(fillTemplate(directive, plain, title, lexicon), lexicon.say.nothing);
}

function fillTemplate(directive: Directive, plain: string, title: string | null, { say }: Lexicon): string {
  const words = cutAtWord(plain, 200);
  const topic = (terms: readonly string[]) =>
    terms
      .slice(0, 2)
      .map((term) => asWritten(term, plain))
      .join(` ${say.and} `);
  switch (directive.kind) {
    case "MORE_OF":
      return say.moreOf(topic(directive.terms));
    case "LESS_OF":
      return say.lessOf(topic(directive.terms));
    case "SKIP":
      return say.skip(topic(directive.terms));
    case "SHORTER":
      return say.shorter;
    case "LONGER":
      return say.longer;
    case "MORE_QUOTATIONS":
      return say.quotations;
    case "START_FROM":
      return say.startFrom(title ?? "");
    case "ANSWER":
      return say.ask(words);
    case "CORRECT":
      return say.correct(cutAtWord(directive.right, 120), directive.wrong && cutAtWord(directive.wrong, 120));
    case "TONE":
      return say.tone(words);
    case "SCHEDULE":
      return say.schedule(words);
    case "OTHER":
      return /[\p{L}\p{N}]/u.test(plainWords(plain)) ? say.other(words) : say.nothing;
  }
}

/** With its capitals, where the note has it. */
function asWritten(term: string, plain: string): string {
  const at = foldCase(plain).indexOf(term);
  return at === -1 ? term : plain.slice(at, at + term.length);
}
