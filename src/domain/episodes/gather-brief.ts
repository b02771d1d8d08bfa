import type { Linguist } from "#platform/language/linguist.ts";
import { linguistFor } from "#platform/language/linguist-for.ts";
import type { Brief, Candidate, Passage, Steering } from "./brief.ts";
import { occursIn } from "./internal/check/occurs-in.ts";
import { excerptDocument } from "./internal/document/excerpt-document.ts";
import { calledSubjects } from "./internal/outline/called-subjects.ts";
import { contentStems } from "./internal/select/content-stems.ts";
import { dropRepeats } from "./internal/select/drop-repeats.ts";
import { fingerprintOf } from "./internal/select/fingerprint.ts";
import { goalStemsOf } from "./internal/select/goal-stems.ts";
import { orderForGoal } from "./internal/select/order-for-goal.ts";
import { wordingOf } from "./internal/select/wording.ts";
import { minutesForWishes } from "./internal/steer/minutes-for-wishes.ts";
import { steerPassages } from "./internal/steer/steer-passages.ts";
import { contentOf } from "./internal/steer/topic.ts";
import { wishesOf } from "./internal/steer/wishes.ts";
import { excerptTranscript } from "./internal/transcript/excerpt-transcript.ts";
import { bodyWords } from "./reading-time.ts";
import type { Gathered, Material } from "./writer.ts";

/** A brief holds this many episodes' worth of passages: enough to choose a good place to stop. */
const BRIEF_EPISODES = 3;
/** A passage with fewer words worth reading cannot stand in an episode. */
const LEAST_PASSAGE_WORDS = 12;
/** With less than this share of an episode, or this many words, left in all, there is nothing to write. */
const LEAST_EPISODE_SHARE = 0.25;
const LEAST_EPISODE_WORDS = 100;
const KEPT_OUT = "A note or a memory wants its subject left out.";
/** Samples of the newest episodes that a brief carries: about 80,000 words, 200 kB. */
const MOST_FINGERPRINT = 20_000;

/**
 * Chooses what the next episode may use: the parts worth reading of passages that the series has not told, in the order
 * in which it will tell them, and no more than a few episodes' worth. Without a goal the sources alone decide.
 */
export function gatherBrief(material: Material): Gathered {
  const { project, cant } = withWishedLength(material);
  const goalStems = goalStemsOf(project);
  const excerpted = excerptAll(material, new Set([...goalStems, ...wishedStems(material)]));
  const covered = material.coveredTexts.flatMap(fingerprintOf);
  const coveredIds = new Set(material.coveredPassageIds);
  const fresh = dropRepeats(
    excerpted.filter(({ id }) => !coveredIds.has(id)),
    material.coveredTexts,
  );
  const worthy = fresh.filter(({ words }) => words >= LEAST_PASSAGE_WORDS);
  const episodeWords = bodyWords(project.minutes);
  const leastWords = Math.min(LEAST_EPISODE_WORDS, episodeWords * LEAST_EPISODE_SHARE);
  const words = wordsIn(worthy);
  if (words < leastWords) return exhausted(material, words);

  const ordered = orderForGoal(worthy, goalStems, stemsReader(project.language), episodeWords);
  const input = { material, excerpted, ordered, episodeWords, leastWords, cant };
  const steered = isSteered(material)
    ? steerPassages({ ...input, leastPassageWords: LEAST_PASSAGE_WORDS })
    : null;
  const told = steered?.candidates ?? ordered;
  const wordsToTell = wordsIn(told);
  if (wordsToTell < leastWords) return keptOut(material);
  const candidates = firstWords(told, episodeWords * BRIEF_EPISODES);
  const brief: Brief = {
    version: 1,
    project,
    episodeNumber: material.episodeNumber,
    candidates,
    wordsBeyond: wordsToTell - wordsIn(candidates),
    leftOut: [
      ...leftOut(excerpted, fresh, coveredIds, candidates),
      ...[...(steered?.passageIds ?? [])].map((passageId) => ({ passageId, reason: KEPT_OUT })),
    ],
    covered: {
      passageIds: material.coveredPassageIds,
      titles: material.coveredTitles,
      fingerprint: covered.slice(-MOST_FINGERPRINT),
      wording: material.coveredTexts.flatMap(wordingOf).slice(-MOST_FINGERPRINT),
      topics: material.coveredTopics,
    },
    last: withoutCorrected(material, steered?.steering),
    links: material.links,
    notes: steered?.notes ?? [],
    memories: material.memories,
    corrections: material.corrections.filter(({ passageId }) =>
      candidates.some(({ id }) => id === passageId),
    ),
    ...(steered === null ? {} : { steering: steered.steering }),
  };
  return { kind: "brief", brief };
}

function isSteered({ notes, memories }: Material): boolean {
  return notes.length + memories.length > 0;
}

function withWishedLength({ project, ...material }: Material) {
  const { minutes, cant } = minutesForWishes(project.minutes, wishesOf(material));
  return { project: { ...project, minutes }, cant };
}

/** What notes want to read more of tells as much in a transcript as what its goal names. */
function wishedStems({ notes, project }: Material): string[] {
  return notes.flatMap(({ directive }) => {
    if (directive.kind !== "MORE_OF" && directive.kind !== "ANSWER") return [];
    return directive.terms.flatMap((term) => contentOf(term, project.language));
  });
}

/** A recap repeats no line that was put right: its correction stands in the episode, not beside the recap. */
function withoutCorrected({ last, corrections, named = [] }: Material, steering?: Steering): Brief["last"] {
  if (last === null || last.line === null) return last;
  const { text } = last.line;
  const ids = new Set([...corrections, ...(steering?.corrected ?? [])].map(({ passageId }) => passageId));
  const isCorrected = named.some(({ passage }) => ids.has(passage.id) && occursIn(passage, text));
  return isCorrected ? { ...last, line: null } : last;
}

/** A transcript is read whole, told passages too: what is telling in it does not change from episode to episode. */
function excerptAll(material: Material, goalStems: ReadonlySet<string>): Candidate[] {
  const links = new Set(material.links);
  const bySource = Map.groupBy(material.passages, (passage) => passage.sourceId);
  return [...bySource.values()].flatMap((passages) => {
    const language = passages[0]?.language ?? material.project.language;
    const talk = excerptTranscript(
      passages.filter((passage) => passage.turns.length > 0),
      goalStems,
      linguistFor(language),
    );
    const candidates = passages.map((passage) =>
      toCandidate(passage, talk.get(passage.id) ?? excerptDocument(passage, links)),
    );
    return withSubjects(candidates, linguistFor(language));
  });
}

/** A subject begins with the first passage worth reading after its call. */
function withSubjects(candidates: readonly Candidate[], linguist: Linguist): Candidate[] {
  const called = calledSubjects(candidates, linguist);
  const subjects = new Map<number, string>();
  for (const [nth, { from, text }] of called.entries()) {
    const until = called[nth + 1]?.from ?? candidates.length;
    const offset = candidates.slice(from, until).findIndex(({ words }) => words >= LEAST_PASSAGE_WORDS);
    if (offset !== -1) subjects.set(from + offset, text);
  }
  return candidates.map((candidate, at) => {
    const subject = subjects.get(at);
    return subject === undefined ? candidate : { ...candidate, subject };
  });
}

function toCandidate(passage: Passage, excerpts: Candidate["excerpts"]): Candidate {
  return { ...passage, excerpts, words: excerpts.reduce((sum, excerpt) => sum + excerpt.words, 0) };
}

function stemsReader(projectLanguage: string): (candidate: Candidate) => string[] {
  const cache = new Map<string, string[]>();
  return (candidate) => {
    const known = cache.get(candidate.id);
    if (known !== undefined) return known;
    const stems = contentStems(candidate, projectLanguage);
    cache.set(candidate.id, stems);
    return stems;
  };
}

function wordsIn(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, { words }) => sum + words, 0);
}

function firstWords(candidates: readonly Candidate[], most: number): Candidate[] {
  let words = 0;
  return candidates.filter((candidate) => {
    const isWithin = words < most;
    words += candidate.words;
    return isWithin;
  });
}

/** What was passed over on the way to the last candidate, for the receipt. */
function leftOut(
  excerpted: readonly Candidate[],
  fresh: readonly Candidate[],
  coveredIds: ReadonlySet<string>,
  candidates: readonly Candidate[],
): Brief["leftOut"] {
  const sources = new Set(candidates.map((candidate) => candidate.sourceId));
  const chosen = new Set(candidates.map((candidate) => candidate.id));
  const freshById = new Map(fresh.map((candidate) => [candidate.id, candidate]));
  return excerpted.flatMap(({ id, sourceId, words }) => {
    if (chosen.has(id) || coveredIds.has(id) || !sources.has(sourceId)) return [];
    const left = freshById.get(id)?.words ?? 0;
    if (left >= LEAST_PASSAGE_WORDS) return [];
    const reason =
      left < words
        ? "It repeats what the series or another source says."
        : "It is too short or too cluttered.";
    return [{ passageId: id, reason }];
  });
}

/** What is left is what a note that stands for longer wants left out. */
function keptOut(material: Material): Gathered {
  const told = material.coveredPassageIds.length > 0 ? "Everything else in the sources has been told. " : "";
  const reason = `${told}What is left is about something that a note wants left out. Stop the note or add a source, and the series goes on.`;
  return { kind: "exhausted", reason };
}

/** Says for an editor why nothing is written, and what to do. */
function exhausted({ passages, coveredPassageIds }: Material, words: number): Gathered {
  const told = new Set(coveredPassageIds);
  const isRestLeft = passages.some(({ id }) => !told.has(id));
  const rest =
    words === 0 ? "too short, too cluttered or said already" : `${words} words, too few for an episode`;
  const reason =
    told.size > 0
      ? `Everything in the sources has been told${isRestLeft ? `; what is left is ${rest}` : ""}.`
      : passages.length > 0
        ? `The sources hold nothing that can be told: it is ${rest}.`
        : "There is no source to write from.";
  return { kind: "exhausted", reason: `${reason} Add a source, and the series goes on.` };
}
