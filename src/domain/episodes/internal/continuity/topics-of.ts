import { HOLLOW_WORDS } from "#platform/language/hollow-words.ts";
import { linguistFor } from "#platform/language/linguist-for.ts";
import type { Brief, Candidate } from "../../brief.ts";
import type { Draft, DraftBlock } from "../../writer.ts";
import { markdownOf } from "../check/markdown-of.ts";
import { plainTextOf } from "../document/plain-text.ts";
import { headingsOf } from "../headings-of.ts";
import { cutIntoSections } from "../outline/choose-run.ts";
import { keyPhrases } from "../outline/key-phrases.ts";
import { sentenceCase } from "../outline/sentence-case.ts";
import { wordsOf } from "../select/drop-repeats.ts";

/** More would be words that came up, not what the episode is about. */
const MOST_TOPICS = 8;
const MOST_CHARS = 120;
/** What is named so often is no example. */
const LEAST_USES = 3;
/** Below, a word is on everyone's lips and names nothing. */
const LEAST_RARITY = 0.12;

/** What an episode is about, in its words, with the block where it begins. */
export interface Topic {
  text: string;
  stems: ReadonlySet<string>;
  block: number | null;
}

interface Section {
  at: number;
  headings: string[];
  blocks: DraftBlock[];
  passages: Candidate[];
}

/**
 * The topics of a draft: what its headings name, the subjects that were called in what it tells, and of each section the phrase
 * that sets it apart. Who speaks and when is no topic. Where none can be told it is what comes up most, else the title.
 */
export function topicsOf(brief: Brief, draft: Draft): Topic[] {
  const { language } = brief.project;
  const sections = sectionsOf(brief, draft);
  const phrases = phrasesOf(brief, sections);
  const speakers = topicStems(speakersIn(brief).join(". "), language);
  const topics: Topic[] = [];
  const add = (text: string, block: number | null) => {
    const stems = topicStems(text, language);
    const isNamed = [...stems].some((stem) => !speakers.has(stem) && /\p{L}/u.test(stem));
    if (!isNamed || topics.length === MOST_TOPICS || topics.some((topic) => isSameTopic(topic.stems, stems)))
      return;
    topics.push({ text: sentenceCase(text).slice(0, MOST_CHARS), stems, block });
  };
  for (const { headings, at } of sections) for (const text of headings.slice(-1)) add(text, at);
  for (const { passages, at } of sections) for (const { subject } of passages) if (subject) add(subject, at);
  for (const [nth, { at }] of sections.entries()) {
    const phrase = phrases[nth];
    if (phrase !== undefined) add(phrase, at);
  }
  if (topics.length === 0) add(commonestNoun(draft, language, speakers) ?? "", null);
  if (topics.length === 0) {
    const text = draft.title.slice(0, MOST_CHARS);
    topics.push({ text, stems: topicStems(text, language), block: null });
  }
  return topics;
}

/** What a draft names again and again, where nothing sets its parts apart. */
function commonestNoun(draft: Draft, language: string, speakers: ReadonlySet<string>): string | undefined {
  const text = draft.blocks.map((block) => plainTextOf(markdownOf(block))).join("\n\n");
  const nouns = linguistFor(language)
    .read(text)
    .flatMap(({ tokens }) => tokens)
    .filter(({ pos, stem, lower }) => pos === "NOUN" && !speakers.has(stem) && !HOLLOW_WORDS.has(lower))
    .filter(({ lower }) => linguistFor(language).rarity(lower) > LEAST_RARITY);
  const [most] = [...Map.groupBy(nouns, ({ stem }) => stem).values()].sort((a, b) => b.length - a.length);
  return most !== undefined && most.length >= LEAST_USES ? most[0]?.lower : undefined;
}

/** The stems of the words that tell one topic from another: "days" and "today" don't. */
export function topicStems(text: string, language: string): ReadonlySet<string> {
  const linguist = linguistFor(language);
  const telling = linguist
    .read(text)
    .flatMap(({ tokens }) => tokens)
    .filter(({ isContent, lower }) => isContent && !HOLLOW_WORDS.has(lower))
    .filter(({ lower }) => linguist.rarity(lower) > LEAST_RARITY);
  return new Set(telling.map(({ stem }) => stem));
}

/**
 * Most of the words of both are the same, or one says no more than half of the other: "remote control" and "the remote control's buttons",
 * "budget" and "school budget"; not "one row for each slot" and "one row for each call".
 */
export function isSameTopic(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((stem) => b.has(stem)).length;
  const share = shared / Math.max(1, a.size + b.size - shared);
  return share > 0.5 || (share === 0.5 && shared === Math.min(a.size, b.size));
}

/** What is told under each heading. */
function sectionsOf(brief: Brief, draft: Draft): Section[] {
  const byId = new Map(brief.candidates.map((candidate) => [candidate.id, candidate]));
  const sections: Section[] = [];
  for (const [at, block] of draft.blocks.entries()) {
    if (block.type !== "MARKDOWN" && block.type !== "QUOTE") continue;
    const headings = block.type === "MARKDOWN" ? headingsOf(block.markdown).map(({ text }) => text) : [];
    if (headings.length > 0 || sections.length === 0)
      sections.push({ at, headings, blocks: [], passages: [] });
    const section = sections.at(-1);
    section?.blocks.push(block);
    for (const origin of block.origins) {
      const passage = origin.kind === "PASSAGE" ? byId.get(origin.passageId) : undefined;
      if (passage && !section?.passages.includes(passage)) section?.passages.push(passage);
    }
  }
  return sections;
}

/** The phrase that sets each section apart from the others and from what the series has yet to tell; only words that are printed. */
function phrasesOf(brief: Brief, sections: readonly Section[]): (string | undefined)[] {
  const { language } = brief.project;
  const told = new Set(sections.flatMap(({ passages }) => passages));
  const linguist = linguistFor([...told][0]?.language ?? language);
  const rest = cutIntoSections(
    brief.candidates.filter((candidate) => !told.has(candidate)),
    language,
  );
  const read = (passages: readonly Candidate[]) =>
    passages.flatMap(({ turns, excerpts }) =>
      turns.length > 0
        ? turns.map(({ speaker, text }) => ({ speaker, sentences: linguist.read(text) }))
        : excerpts.map((excerpt) => ({ speaker: null, sentences: linguist.read(wordsOf(excerpt)) })),
    );
  const found = keyPhrases([...sections.map(({ passages }) => passages), ...rest].map(read), linguist);
  return sections.map(({ blocks }, nth) => {
    const printed = new Set(
      linguist
        .read(blocks.map((block) => plainTextOf(markdownOf(block))).join("\n\n"))
        .flatMap(({ tokens }) => tokens.map(({ stem }) => stem)),
    );
    return found[nth]?.find(({ key }) => key.split(" ").every((stem) => printed.has(stem)))?.text;
  });
}

function speakersIn({ candidates }: Brief): string[] {
  return [...new Set(candidates.flatMap(({ turns }) => turns.flatMap(({ speaker }) => speaker ?? [])))];
}
