import type { Linguist } from "#platform/language/linguist.ts";
import { linguistFor } from "#platform/language/linguist-for.ts";
import type { Brief, Candidate, Passage } from "./brief.ts";
import { excerptDocument } from "./internal/document/excerpt-document.ts";
import { calledSubjects } from "./internal/outline/called-subjects.ts";
import { contentStems } from "./internal/select/content-stems.ts";
import { dropRepeats } from "./internal/select/drop-repeats.ts";
import { fingerprintOf } from "./internal/select/fingerprint.ts";
import { goalStemsOf } from "./internal/select/goal-stems.ts";
import { orderForGoal } from "./internal/select/order-for-goal.ts";
import { wordingOf } from "./internal/select/wording.ts";
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
/** Samples of the newest episodes that a brief carries: about 80,000 words, 200 kB. */
const MOST_FINGERPRINT = 20_000;

/**
 * Chooses what the next episode may use: the parts worth reading of passages that the series has not told, in the order
 * in which it will tell them, and no more than a few episodes' worth. Without a goal the sources alone decide.
 */
export function gatherBrief(material: Material): Gathered {
  const { project } = material;
  const goalStems = goalStemsOf(project);
  const excerpted = excerptAll(material, goalStems);
  const covered = material.coveredTexts.flatMap(fingerprintOf);
  const coveredIds = new Set(material.coveredPassageIds);
  const fresh = dropRepeats(
    excerpted.filter(({ id }) => !coveredIds.has(id)),
    material.coveredTexts,
  );
  const worthy = fresh.filter(({ words }) => words >= LEAST_PASSAGE_WORDS);
  const words = worthy.reduce((sum, candidate) => sum + candidate.words, 0);
  const episodeWords = bodyWords(project.minutes);
  if (words < Math.min(LEAST_EPISODE_WORDS, episodeWords * LEAST_EPISODE_SHARE))
    return exhausted(material, words);

  const ordered = orderForGoal(worthy, goalStems, stemsReader(project.language), episodeWords);
  const candidates = firstWords(ordered, episodeWords * BRIEF_EPISODES);
  const brief: Brief = {
    version: 1,
    project,
    episodeNumber: material.episodeNumber,
    candidates,
    wordsBeyond: words - candidates.reduce((sum, candidate) => sum + candidate.words, 0),
    leftOut: leftOut(excerpted, fresh, coveredIds, candidates),
    covered: {
      passageIds: material.coveredPassageIds,
      titles: material.coveredTitles,
      fingerprint: covered.slice(-MOST_FINGERPRINT),
      wording: material.coveredTexts.flatMap(wordingOf).slice(-MOST_FINGERPRINT),
      topics: material.coveredTopics,
    },
    last: material.last,
    links: material.links,
    notes: material.notes,
    memories: material.memories,
    corrections: material.corrections.filter(({ passageId }) =>
      candidates.some(({ id }) => id === passageId),
    ),
  };
  return { kind: "brief", brief };
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
