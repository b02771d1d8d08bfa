import { ABOUT_TOPICS, assemble } from "./internal/understand/assemble.ts";
import { chooseWish } from "./internal/understand/choose-wish.ts";
import type { Wish } from "./internal/understand/cue.ts";
import { findSource } from "./internal/understand/find-source.ts";
import { findTerms } from "./internal/understand/find-terms.ts";
import { findTopic } from "./internal/understand/find-topic.ts";
import { nearestWishes } from "./internal/understand/nearest-wishes.ts";
import { readNote } from "./internal/understand/read-note.ts";
import { weighWishes } from "./internal/understand/weigh-wishes.ts";
import type { NoteToUnderstand, Understanding } from "./understanding.ts";

const OF_SOURCES: ReadonlySet<Wish> = new Set(["MORE_OF", "LESS_OF", "SKIP", "START_FROM"]);

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
  const read = readNote(note);
  const { plain, folded, language, lexicon } = read;
  const weighed = weighWishes(folded, lexicon.cues);
  const named = (isMeant: boolean) =>
    findSource(plain, note.sources, { language: lexicon.language, isMeant });
  const wish = chooseWish({
    weights: weighed.weights,
    nearest: language === "en" ? await nearestWishes(plain) : new Map(),
    among: intent,
    hasPassage: note.passage !== null,
    isQuestion: plain.includes("?"),
    names: { topic: findTopic(plain, lexicon).length > 0, source: named(true) !== null },
  });
  return assemble(read, {
    wish,
    terms: ABOUT_TOPICS.has(wish) ? findTerms(read, wish, weighed) : [],
    source: OF_SOURCES.has(wish) ? named(wish === "START_FROM") : null,
  });
}
