import type { Lexicon } from "../lexicon.ts";
import { pair } from "../pair.ts";
import { ENGLISH_FACT_CUES } from "./english-fact-cues.ts";
import { ENGLISH_FORM_CUES } from "./english-form-cues.ts";
import { ENGLISH_PLAINER_CUES } from "./english-plainer-cues.ts";
import { ENGLISH_TOPIC_CUES } from "./english-topic-cues.ts";
import { ENGLISH_WIDER_CUES } from "./english-wider-cues.ts";

/** What the rules know of English. */
export const ENGLISH: Lexicon = {
  language: "en",
  cues: [
    ...ENGLISH_TOPIC_CUES,
    ...ENGLISH_WIDER_CUES,
    ...ENGLISH_FORM_CUES,
    ...ENGLISH_PLAINER_CUES,
    ...ENGLISH_FACT_CUES,
  ],
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
      "airtime imo imho btw fyi u ur fix useful pity half inbox board all-hands manager juniors boss couple number love like need want mind harm use somebody's others"
    ).split(" "),
  ),
  clauseEnd:
    /[.!?;:(–—…]| - |,? (?:because|since|as|but|which|who|where|when|while|so|though|although|if|and (?:i|we|you|it|they|then|the|there|my|our|nobody|half)|than|please|pls|for once|every|has|have|had|is|are|was|were|comes?|came|gets?|takes?|would|could|should|will|can)\b|, /u,
  said: /^you (?:ask|write|put something right|would like another tone|would like another time or rhythm): /iu,
  corrects: {
    pairs: [
      pair('"WRONG" is wrong: it is "RIGHT"'),
      pair('"WRONG"~\\b(?:should|must|ought|needs? to|has to|have to)\\b~"RIGHT"'),
      pair('"RIGHT",? (?:and not|but not|not|rather than|instead of)(?: in| on| at| by| the)? "WRONG"'),
      pair(
        "\\b(?:not|isn't|aren't|wasn't|weren't) (?:in |on |at |by |the |a |an |for )?WRONG(?: (?:who|that|which) [^,;.!?]{2,80})?[,;]? (?:but|it's|it is|it was|they're|they are|they were|that's|that was|he was|she was) RIGHT",
      ),
      pair(
        "RIGHT(?<!\\b(?:do|does|did|will|can|must|should|would|could)),? (?:and not|but not|not|and never|never|rather than|instead of) (?:in |on |at |by |for |after |the |a |an |from |with |as )?WRONG",
      ),
      pair(
        '(?:should|must|ought to) (?:be|read|say|have (?:been|said|read)) "RIGHT",? (?:and not|not|instead of|rather than) WRONG',
      ),
      pair('(?:should|must|ought to) (?:be|read|say|have (?:been|said|read)) "RIGHT"'),
      pair(
        "(?:you|the (?:last |latest |previous )?(?:episode|issue|text|summary)|(?:last|yesterday's|today's|(?:mon|tues|wednes|thurs|fri)day's) (?:episode|issue|one)) (?:wrote|said|says|claimed|claims|stated|states|reported|reports|told us|had|has|gave) (?:that |it (?:is|was) )?WRONG[.,;!?:]+ (?:but |actually,? |in fact,? )?(?<fact>.{3,200})",
      ),
      pair('"(?<wrong>[^"]{3,200})"[.,;:!]* (?<fact>.{3,200})'),
      pair("should (?:be|read|say|have (?:been|said|read)) RIGHT"),
    ],
    opening:
      /^(?:(?:no|nope|nah|wrong|incorrect|not true|not quite|this is wrong|that is wrong|that's wrong|that's not right|small thing|dangerous mistake|sorry|correction|actually|minor point|for the record|i believe|i think)(?:,? but)?[\s,.:;!–—-]+)+/iu,
    before:
      /^.*\b(?:is called|is|are|was|were|it's|that's|they're|be|takes?|lasts?|costs?|starts?|ends?|happens?|went|has|have|shipped|opened|closed|began|said|moved to)\s+(?:only |just |actually |now |on |at |in |by |after |to )?/iu,
  },
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
