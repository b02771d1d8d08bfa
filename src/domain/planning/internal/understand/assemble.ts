import type { Directive } from "../../directive.ts";
import type { Understanding } from "../../understanding.ts";
import { INTENT_OF, type Wish } from "./cue.ts";
import { type ReadCorrection, readCorrection } from "./read-correction.ts";
import type { ReadNote } from "./read-note.ts";
import { sayDirective } from "./say-directive.ts";
import { cutAtWord } from "./say-understanding.ts";

export interface Found {
  wish: Wish;
  terms: readonly string[];
  source: { id: string; title: string } | null;
  /** What is wrong and what is right, where it was read otherwise than by the rules. */
  correction?: ReadCorrection;
  /** It is about one episode as a whole. */
  isOfEpisode?: boolean;
}

/** These are about a topic, which their terms name. */
export const ABOUT_TOPICS: ReadonlySet<Wish> = new Set(["MORE_OF", "LESS_OF", "SKIP", "CORRECT", "ANSWER"]);
/** Of all languages: it is about one episode, which it names by its time or occasion. */
const THIS_EPISODE = new RegExp(
  [
    "\\b(?:this|next|today's|yesterday's|tomorrow's|last|coming|following|(?:mon|tues|wednes|thurs|fri)day's) (?:week's )?(?:episode|one|issue|edition)\\b",
    "\\bthe episode (?:before|after|on|for)\\b",
    "\\b(?:diese|nächste|heutige|letzte|morgige|gestrige|kommende)[nrms]? (?:folge|ausgabe)\\b",
    "\\b(?:cet|prochain|dernier) (?:épisode|numéro)\\b|\\bépisode (?:de demain|d'aujourd'hui|d'hier|prochain|suivant)",
    "\\b(?:este|próximo|último|siguiente) (?:episodio|capítulo)\\b|\\bepisodio de (?:hoy|mañana|ayer)",
  ].join("|"),
  "u",
);
const LONGEST_WISH = 500;

/** How a note is understood, from what was found in it; OTHER where a wish lacks what it is about. */
export function assemble(read: ReadNote, found: Found): Understanding {
  const { note, plain, folded, lexicon } = read;
  const directive = direct(read, found);
  const { kind } = directive;
  const source = kind === "OTHER" ? null : found.source;
  const terms = ABOUT_TOPICS.has(kind) ? [...found.terms] : [];
  return {
    intent: INTENT_OF[kind],
    terms,
    target: target(),
    sourceId: source?.id ?? null,
    paraphrase: sayDirective(directive, { plain, title: source?.title ?? null, lexicon }),
    directive,
  };

  function target(): Understanding["target"] {
    if (note.passage !== null) return "PASSAGE";
    if (source !== null) return "SOURCE";
    if (terms.length > 0) return "TOPIC";
    const isOfEpisode = found.isOfEpisode ?? THIS_EPISODE.test(folded);
    return kind !== "OTHER" && isOfEpisode ? "EPISODE" : "SERIES";
  }
}

function direct(
  { note, plain, lexicon }: ReadNote,
  { wish, terms: found, source, correction }: Found,
): Directive {
  const words = cutAtWord(plain, LONGEST_WISH);
  const terms = [...found];
  const other: Directive = { kind: "OTHER", wish: words };
  switch (wish) {
    case "MORE_OF":
    case "LESS_OF":
    case "SKIP":
      return terms.length === 0 ? other : { kind: wish, terms };
    case "ANSWER":
      return terms.length === 0 ? other : { kind: wish, question: words, terms };
    case "START_FROM":
      return source === null ? other : { kind: wish, sourceId: source.id };
    case "CORRECT": {
      const read = correction ?? readCorrection(plain, note.passage, lexicon.corrects);
      return read.right === "" ? other : { kind: wish, passageIds: note.block?.passageIds ?? [], ...read };
    }
    case "SHORTER":
    case "LONGER":
    case "MORE_QUOTATIONS":
      return { kind: wish };
    case "TONE":
    case "SCHEDULE":
    case "OTHER":
      return { kind: wish, wish: words };
  }
}
