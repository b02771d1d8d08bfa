import type { Lexicon } from "../lexicon.ts";
import { ENGLISH_FACT_CUES } from "./english-fact-cues.ts";
import { ENGLISH_FORM_CUES } from "./english-form-cues.ts";
import { ENGLISH_TOPIC_CUES } from "./english-topic-cues.ts";

/** What the rules know of English. */
export const ENGLISH: Lexicon = {
  language: "en",
  cues: [...ENGLISH_TOPIC_CUES, ...ENGLISH_FORM_CUES, ...ENGLISH_FACT_CUES],
  notTopics: new Set(
    (
      "episode episodes series issue issues section sections part parts piece bit bits line lines word words paragraph paragraphs story stories " +
      "thing things stuff something anything everything nothing someone somebody nobody anyone everyone people person reader readers team colleague " +
      "colleagues please pls plz thanks thx thank tbh coverage detail details info information background depth context topic topics subject " +
      "time times week weeks month months day days year years minute minutes hour hours today yesterday tomorrow monday tuesday wednesday " +
      "thursday friday saturday sunday morning evening january february march april may june july august september october november december " +
      "lot lots more less enough much many few half other next last first second third new old own whole full good great bad nice " +
      "way kind sort sense point reason heaven sake sakes goodness god attention space room weight mention mentions idea question questions answer " +
      "mistake error typo correction wrong right true false sorry hello hi hey dear row interest favour look deeper longer shorter place " +
      "half inbox board all-hands manager juniors boss couple number love like need want mind harm use somebody's others"
    ).split(" "),
  ),
  clauseEnd:
    /[.!?;:(–—…]| - |,? (?:because|since|as|but|which|who|where|when|while|so|though|although|if|and (?:i|we|you|it|they|then|the|there|my|our|nobody|half)|than|please|pls|for once|every|has|have|had|is|are|was|were|comes?|came|gets?|takes?|would|could|should|will|can)\b|, /u,
  say: {
    moreOf: (topic) => `You would like to hear more about ${topic}.`,
    lessOf: (topic) => `You would like to hear less about ${topic}.`,
    skip: (topic) => `You would like nothing more about ${topic}.`,
    shorter: "You would like shorter episodes.",
    longer: "You would like longer episodes.",
    quotations: "You would like more of what people said in their own words.",
    startFrom: (title) => `You would like an episode to start with “${title}”.`,
    ask: (question) => `You ask: ${question}`,
    correct: (right, wrong) =>
      wrong === null
        ? `You put something right: ${right}`
        : `You say that “${wrong}” is wrong: it is “${right}”.`,
    tone: (wish) => `You would like another tone: ${wish}`,
    schedule: (wish) => `You would like another time or rhythm: ${wish}`,
    other: (words) => `You write: ${words}`,
    nothing: "You sent a note without words that could be read.",
    and: "and",
  },
};
