import type { Directive } from "./directive.ts";
import { chooseWish } from "./internal/understand/choose-wish.ts";
import { INTENT_OF, type Wish } from "./internal/understand/cue.ts";
import { findSource } from "./internal/understand/find-source.ts";
import { findTopic } from "./internal/understand/find-topic.ts";
import type { Lexicon } from "./internal/understand/lexicon.ts";
import { lexiconFor } from "./internal/understand/lexicon-for.ts";
import { mendTypos } from "./internal/understand/mend-typos.ts";
import { nearestWishes } from "./internal/understand/nearest-wishes.ts";
import { noteLanguage } from "./internal/understand/note-language.ts";
import { foldCase, plainNote } from "./internal/understand/plain-note.ts";
import { readCorrection } from "./internal/understand/read-correction.ts";
import { cutAtWord, fitParaphrase } from "./internal/understand/say-understanding.ts";
import { type Weighed, weighWishes } from "./internal/understand/weigh-wishes.ts";
import type { NoteToUnderstand, Understanding } from "./understanding.ts";

const ABOUT_TOPICS: ReadonlySet<Wish> = new Set(["MORE_OF", "LESS_OF", "SKIP", "CORRECT", "ANSWER"]);
const OF_SOURCES: ReadonlySet<Wish> = new Set(["MORE_OF", "LESS_OF", "SKIP", "START_FROM"]);
const THIS_EPISODE = /\b(?:this|next|today's|yesterday's|last) (?:episode|one|issue)\b/u;

/**
 * Understands a note without a model: by what people who write its language say for each wish, in English also by nearness in meaning to
 * examples of each. English is read best; German, French and Spanish by small lexicons; of another language what can be told. The same note
 * is always understood alike. Where somebody has said the intent, only what is asked for within it is read; where nothing can be found there,
 * the intent comes back as OTHER.
 */
export async function understandByRules(
  note: NoteToUnderstand,
  { intent }: { intent?: Understanding["intent"] | undefined } = {},
): Promise<Understanding> {
  const written = plainNote(note.text);
  const language = noteLanguage(written, note.project.language);
  const lexicon = lexiconFor(language);
  const said = written.replace(lexicon.said, "");
  const plain = language === "en" ? mendTypos(said) : said;
  const folded = foldCase(plain);
  const weighed = weighWishes(folded, lexicon.cues);
  const isQuestion = /\?/.test(plain);
  const named = (isMeant: boolean) =>
    findSource(plain, note.sources, { language: lexicon.language, isMeant });
  const wish = chooseWish({
    weights: weighed.weights,
    nearest: language === "en" ? await nearestWishes(plain) : new Map(),
    among: intent,
    hasPassage: note.passage !== null,
    isQuestion,
    names: { topic: findTopic(plain, lexicon).length > 0, source: named(true) !== null },
  });
  const source = OF_SOURCES.has(wish) ? named(wish === "START_FROM") : null;
  const terms = ABOUT_TOPICS.has(wish) ? termsOf(note, wish, plain, weighed, lexicon) : [];
  return assemble({ note, wish, terms, source, plain, folded, lexicon });
}

/**
 * The topic: where the heaviest cue says it stands, else in the marked words, else what is said again and again, else in the sentence of the
 * heaviest cue, else anywhere. What is put right is no topic.
 */
function termsOf(
  note: NoteToUnderstand,
  wish: Wish,
  plain: string,
  weighed: Weighed,
  lexicon: Lexicon,
): string[] {
  const region = weighed.regions.get(wish);
  if (region !== undefined) {
    const stretch = plain.slice(region.start, region.end);
    const end = stretch.search(lexicon.clauseEnd);
    const found = firstTopic([...(end > 2 ? [stretch.slice(0, end)] : []), stretch], lexicon);
    if (found.length > 0) return found;
  }
  if (note.passage !== null) return findTopic(note.passage, lexicon, { ofSource: true });
  if (wish === "CORRECT") {
    const { wrong, right } = readCorrection(plain, null, lexicon.corrects);
    const values = [wrong ?? "", right].filter((value) => value !== "" && value.split(" ").length <= 3);
    const without = values.reduce((text, value) => text.replace(value, " , "), plain);
    return firstTopic([without, plain], lexicon);
  }
  return firstTopic([...repeatedIn(plain), sentenceAt(plain, weighed.places.get(wish)), plain], lexicon);
}

/** By names as long as any stretch has one; only then by words that few people say. */
function firstTopic(stretches: readonly string[], lexicon: Lexicon): string[] {
  for (const byNames of [true, false])
    for (const stretch of stretches) {
      const found = findTopic(stretch, lexicon, { byNames });
      if (found.length > 0) return found;
    }
  return [];
}

/** "Gloves gloves gloves": the word, where one is said three times. */
function repeatedIn(plain: string): string[] {
  const words: string[] = plain.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const repeated = words.find(
    (word, at) => words.indexOf(word) === at && words.filter((each) => each === word).length > 2,
  );
  return repeated === undefined ? [] : [repeated];
}

/** With its capitals, where the note has it. */
function asWritten(term: string, plain: string): string {
  const at = foldCase(plain).indexOf(term);
  return at === -1 ? term : plain.slice(at, at + term.length);
}

function sentenceAt(plain: string, place = 0): string {
  const start = Math.max(...[". ", "! ", "? "].map((end) => plain.lastIndexOf(end, place) + 1));
  const end = plain.slice(place).search(/[.!?](?:\s|$)/u);
  return end === -1 ? plain.slice(start) : plain.slice(start, place + end + 1);
}

interface Found {
  note: NoteToUnderstand;
  wish: Wish;
  terms: string[];
  source: { id: string; title: string } | null;
  plain: string;
  folded: string;
  lexicon: Lexicon;
}

function assemble({ note, wish, terms, source, plain, folded, lexicon }: Found): Understanding {
  const { say } = lexicon;
  const topic = terms
    .slice(0, 2)
    .map((term) => asWritten(term, plain))
    .join(` ${say.and} `);
  const words = cutAtWord(plain, 200);
  const made = ((): { directive: Directive; paraphrase: string } => {
    switch (wish) {
      case "MORE_OF":
      case "LESS_OF":
      case "SKIP": {
        if (terms.length === 0) return other();
        const sentence = { MORE_OF: say.moreOf, LESS_OF: say.lessOf, SKIP: say.skip }[wish];
        return { directive: { kind: wish, terms }, paraphrase: sentence(topic) };
      }
      case "SHORTER":
        return { directive: { kind: wish }, paraphrase: say.shorter };
      case "LONGER":
        return { directive: { kind: wish }, paraphrase: say.longer };
      case "MORE_QUOTATIONS":
        return { directive: { kind: wish }, paraphrase: say.quotations };
      case "START_FROM":
        if (source === null) return other();
        return { directive: { kind: wish, sourceId: source.id }, paraphrase: say.startFrom(source.title) };
      case "ANSWER":
        if (terms.length === 0) return other();
        return {
          directive: { kind: wish, question: cutAtWord(plain, 500), terms },
          paraphrase: say.ask(words),
        };
      case "CORRECT": {
        const { wrong, right } = readCorrection(plain, note.passage, lexicon.corrects);
        const directive: Directive = { kind: wish, passageIds: note.block?.passageIds ?? [], wrong, right };
        return { directive, paraphrase: say.correct(cutAtWord(right, 120), wrong && cutAtWord(wrong, 120)) };
      }
      case "TONE":
        return { directive: { kind: wish, wish: cutAtWord(plain, 500) }, paraphrase: say.tone(words) };
      case "SCHEDULE":
        return { directive: { kind: wish, wish: cutAtWord(plain, 500) }, paraphrase: say.schedule(words) };
      case "OTHER":
        return other();
    }
  })();
  const { kind } = made.directive;
  return {
    intent: INTENT_OF[kind],
    terms: kind === "OTHER" ? [] : terms,
    target: targetOf(kind),
    sourceId: source?.id ?? null,
    paraphrase: fitParaphrase(made.paraphrase, say.nothing),
    directive: made.directive,
  };

  function other(): { directive: Directive; paraphrase: string } {
    const wishes = cutAtWord(plain, 500);
    return {
      directive: { kind: "OTHER", wish: wishes },
      paraphrase: wishes === "" ? say.nothing : say.other(words),
    };
  }

  function targetOf(kind: Wish): Understanding["target"] {
    if (note.passage !== null) return "PASSAGE";
    if (source !== null) return "SOURCE";
    if (terms.length > 0 && ABOUT_TOPICS.has(kind)) return "TOPIC";
    if (kind !== "OTHER" && THIS_EPISODE.test(folded)) return "EPISODE";
    return "SERIES";
  }
}
