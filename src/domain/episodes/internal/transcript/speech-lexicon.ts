/** The noises of thinking, in the spellings that transcripts use; they look alike across languages. */
export const HESITATION =
  /^(?:u+h+m*|u+m+|e+r+m*|h+m+|m+h*m+|e+h+m*|a+h+m*|hu+h|h{2,}|mm+|äh+m*|öh+m*|euh+|hein|bah|nn+)$/;

/** Words that answer without saying anything: turns made of these alone are not turns. */
const BACKCHANNEL_WORDS = new Set(
  (
    "yeah yes yep yup no nope okay ok right sure oh ah aha mm hmm mhm mm-hmm uh-huh huh i see exactly cool good great fine " +
    "alright all thanks thank you well so kay 'kay true absolutely indeed hello hi bye " +
    "ja nein doch genau gut klar ach na oui non bon ben voilà merci sí no vale bueno claro gracias"
  ).split(" "),
);
const MOST_BACKCHANNEL_WORDS = 5;

/** Words that may be passed over at the start of a quotation, when a noise is among them. */
export const OPENERS = new Set("well so and but now anyway hello hi then".split(" "));
export const NOISES = new Set("okay ok yeah yes yep right oh ah alright 'kay kay".split(" "));

/** A sentence that opens with one of these speaks of something said before. */
export const DANGLING: Record<string, Set<string>> = {
  en: new Set(
    (
      "it it's its that that's this these those they they're he he's she she's him her them their his which such there " +
      "then also because cause 'cause or either neither whereas both so-and-so same otherwise likewise here here's"
    ).split(" "),
  ),
  de: new Set(
    "er sie es das dies diese dieser dieses jene dann auch weil denn oder dort hier damit deshalb".split(" "),
  ),
  fr: new Set("il elle ils elles ce cela ça c'est ceci puis aussi parce ou là ici donc".split(" ")),
  es: new Set("él ella ellos ellas esto eso esta ese entonces también porque o allí aquí".split(" ")),
};

/** Whoever leads a talk names its next subject. */
export const AGENDA =
  /\b(?:topic|item|agenda|turn(?:ing)? (?:now )?to|come to|start with|begin with|comes? next|(?:is|are) next|next (?:is|are|up)|what about|move on to|moving on to|last (?:point|topic|item))\b/i;

/** Talk about the talk: who speaks next, whether one is heard, what is on the screen, who takes the minutes. */
export const PROCEDURE = new RegExp(
  `\\b(?:${[
    "thank(?:s| you)|welcome|good (?:morning|afternoon|evening)|nice to (?:meet|see)|excuse me|sorry|apologi[sz]e|apologies",
    "can (?:you|everyone|everybody) (?:hear|see)|hang on|hold on|let me (?:just )?(?:see|check|share)|go ahead|you(?:'re| are) (?:muted|on mute)",
    "next (?:slide|item|question|speaker)|move on|moving on|mov(?:e|ing) to|(?:over|back) to you|floor (?:is|goes)|going to go (?:on )?(?:now )?to",
    "(?:will|we'll|we) (?:now )?(?:go|turn|proceed) (?:on |now )?to (?:the |mr|ms|mrs|dr)|start us off|(?:take|walk|talk) us through|hand(?:ing)? over",
    "as you can see|you can see here|look at this|my presentation|(?:your|the|our) presentations?|powerpoint|whiteboard|(?:this|that|my|your|the|these) slides?|laptops?|unplug|plug in",
    "points? of order|standing order|time(?:'s| is) up|sound check|microphones?|simultaneous translation|bilingual|broadcast|(?:take|make|the|my) minutes|minutes of",
    "documents? folder|shared (?:folder|drive)|lunch break|coffee break|questionnaire|secretary|e-?mail(?:ing)? (?:me|you|them)|by e-?mail|get an e-?mail|agenda|meeting room",
  ].join("|")})\\b`,
  "i",
);

/** Words that point at something on the page or in the room. */
export const POINTING =
  /\b(?:the (?:following|above|below|previous|former|latter)|as follows|(?:shown|listed|described|see) (?:above|below|here)|below|aforementioned|this (?:table|figure|section|page|slide|picture|one)|these ones?|that one|(?:over|right|up|down|in|on) here|over there|(?:here|there),? right|two of them|the other one)\b/i;

/** Phrases that fill time in speech. */
export const FILLERS =
  /\b(?:you know|like (?:um|uh|i mean)|(?:and|so|was|just|but|because|it's|then|very) like\b|i mean|sort of|kind of|or something|or whatever|and stuff|blah|what's it called|how do you say|whatchamacallit)\b/gi;

/** True for a turn that only shows that its speaker is listening. */
export function isBackchannel(text: string): boolean {
  const words = text.toLowerCase().match(/['’]?[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
  if (words.length > MOST_BACKCHANNEL_WORDS) return false;
  return words.every((word) => BACKCHANNEL_WORDS.has(word) || HESITATION.test(word));
}
