import { type Cue, cues } from "../cue.ts";

const DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mondays?|weekdays?|weekends?";
const TIME =
  "(?:\\d{1,2}(?::\\d{2}|\\.\\d{2})? ?(?:am|pm|a\\.m|p\\.m|o'clock|h\\b)|(?:six|seven|eight|nine|ten|five|noon|midnight|lunch|breakfast)(?: o'clock| in the (?:morning|evening|afternoon)|time)?)";
const COMES =
  "(?:send|sent|deliver(?:ed)?|come|comes|coming|arrive[sd]?|publish(?:ed)?|land[s]?|go(?:es)? out|drop(?:s)? in|get(?:s)? (?:it|them|this)|mail(?:ed)?|release[d]?|schedule[d]?|show(?:s)? up|receive|post(?:ed)?|issue[d]?)";

/** How people who write English ask for another length, tone or time, for quotations, and for something to begin with. */
export const ENGLISH_FORM_CUES: readonly Cue[] = [
  ...cues(
    "SHORTER",
    [3, "\\b(?:in|at|to) half the (?:space|length|time|size|words)\\b|\\bsay the same in\\b"],
    [
      2.5,
      "\\b(?:only|just|barely) (?:manage|have|get|got|read|got time for) (?:about |for )?(?:\\d+|one|two|three|four|five|ten|a couple of|a few) (?:pages?|minutes?|paragraphs?|stops?|screens?)\\b",
    ],
    [3, "\\b(?:shorter|briefer|more concise|more succinct|snappier|crisper|more compact|more condensed)\\b"],
    [
      3,
      "\\b(?:too|very|so|awfully|terribly|bit|far too|way too|rather|overly) (?:long|lengthy|wordy|verbose|long-winded)\\b(?! ago)",
    ],
    [
      3,
      "\\b(?:keep|make|be|have to be|has to be|needs? to be|should be|want) (?:it|them|this|these|things|each one|the [a-z ]{1,20})? ?(?:very |really |a bit )?(?:short|brief|concise|succinct|to the point|snappy|tight)\\b",
    ],
    [
      2.5,
      "\\b(?:half|a third|fewer|less|not so many|not as many|too many|so many) (?:of )?(?:the |as many )?(?:words|pages|paragraphs|text|length|screens|lines)\\b",
    ],
    [
      2.5,
      "\\b(?:trim|condense|shorten|abridge|tighten|prune|compress|cut)(?: (?:it|them|this|these|things|each one|each|the (?:episodes?|length|text|whole thing)|episodes?))?(?: up| down| back)?(?: (?:a bit|a little|please|to|by|in half)|[.!?,]|$)",
    ],
    [
      2.5,
      "\\b(?:drag(?:s|ged)?|dragging|ramble[sd]?|rambling|waffle[sd]?|waffling|goes on for ?ever|go on for ?ever|never ends?|endless|long-?winded|wordy|verbose|padding|filler)\\b",
    ],
    [
      2,
      "\\b(?:down to|at most|no more than|not more than|max(?:imum)?(?: of)?|under|within|fit(?:s)? (?:in|into|on)|stick to|limit(?:ed)? to|cap(?:ped)? at|only have|got|have) (?:about |around |roughly |only )?(?:\\d+|one|two|three|four|five|six|ten|a) (?:minutes?|mins?|pages?|paragraphs?|words|screens?|sentences)\\b",
    ],
    [
      2,
      "\\b(?:make(?:s)? it to the end|(?:can't|cannot|never|don't|nobody|no one) (?:ever )?(?:finish(?:es)?|get(?:s)? (?:through|to the end)|read(?:s)? (?:it )?to the end)|no time to read|(?:don't|haven't|not) (?:have |got )?(?:the |enough )?time|in a hurry|tl;? ?dr|too much (?:to read|text)|less to read|get to the point|the gist|long read)\\b",
    ],
    [1, "\\b(?:length|short|brief|briefly)\\b"],
    [-2, "\\b(?:too|bit on the|cut|very|far too|so) short\\b"],
    [-3, "\\b(?:not|n't|never) (?:make (?:it|them) |be |get |any |too )*(?:shorter|too long|long enough)\\b"],
  ),
  ...cues(
    "LONGER",
    [
      3,
      "\\b(?:longer|lengthier|more (?:thorough|detailed|substantial|extensive|in-depth|text|to read|pages|words|length))\\b(?! (?:available|exists?|true|works?|applies|valid|the case|with us|needed))",
    ],
    [
      3,
      "\\b(?:too|very|so|awfully|bit|far too|way too|on the|rather) (?:short|brief|thin|scant|superficial|shallow|sparse)\\b(?! notice)",
    ],
    [
      2.5,
      "\\b(?:not long enough|over (?:too|so) soon|ends? too (?:soon|early|abruptly)|stop(?:s)? (?:just )?(?:when|as|before)|left wanting more|wish(?:ed)? (?:it|they) (?:were|was|went|would)|barely (?:get|got) (?:going|started)|could (?:easily )?be (?:twice|double|longer))\\b",
    ],
    [2.5, "\\b(?:twice|double|three times|two times) (?:as (?:much|long|many)|the (?:length|size|words))\\b"],
    [
      2.5,
      "\\b(?:extend|lengthen|expand|stretch)(?: (?:it|them|this|the (?:episodes?|length)|episodes))?(?: a bit| a little| please| to| by|[.!?,]|$)",
    ],
    [
      2,
      "\\b(?:give|allow|take|need|want) (?:it|them|yourself|each one|the episodes?|episodes?)? ?(?:more|some more|a bit more|all the) (?:room|space|time|length|pages|words|minutes|depth)\\b",
    ],
    [
      2,
      "\\b(?:more|extra|additional|another|happily|happy to) (?:read )?(?:minutes|depth and length|length|pages|paragraphs)\\b",
    ],
    [
      1.5,
      "\\b(?:\\d+|ten|fifteen|twenty|thirty|a few more|two more|five more) (?:more )?minutes (?:is|are|would be) (?:fine|ok|okay|good|no problem|perfect)\\b",
    ],
    [
      -3,
      "\\b(?:no longer|any longer|longer than|shouldn't be longer|not (?:be |make it |get )?(?:any )?longer)\\b",
    ],
  ),
  ...cues(
    "MORE_QUOTATIONS",
    [
      4,
      "(?<!the )\\b(?:the )?(?:exact|original|precise|actual|literal|very) (?:wording|words|phrasing|phrases)\\b(?! (?:is|are|was|were|should))",
    ],
    [
      3.5,
      "\\b(?:quote|quoting|quotes|quotations?|cite) (?:people|them|him|her|us|the|more|directly|what|verbatim|those|whoever|everyone|speakers?)\\b",
    ],
    [
      3.5,
      "\\b(?:more|extra|additional|few more|some|direct|actual|real|original|literal|exact|longer|proper) (?:direct |literal |actual |original |verbatim |real )?(?:quotes?|quotations?|citations?|quoted|soundbites)\\b",
    ],
    [
      3,
      "\\b(?:verbatim|word[- ]for[- ]word|(?:in|with) (?:their|his|her|people's|the speakers?'?s?) own words|own words|original (?:wording|words)|exact (?:wording|words)|their actual words|direct speech|unparaphrased|literally said|actually said|really said|actual words)\\b",
    ],
    [
      2.5,
      "\\b(?:stop|less|no|without|instead of|rather than|not|enough|don't) (?:the |your |all the |so much )?(?:paraphras(?:e|ing|ed)|summari[sz]ing|summary|summaries|retelling)\\b",
    ],
    [
      2,
      "\\b(?:hear|read|let) (?:the )?[^.!?]{0,40}(?:themselves|own voices?|speak(?: for (?:themselves|itself))?)\\b",
    ],
    [2, "\\bwho said what\\b"],
    [1.5, "\\b(?:quotes?|quotations?|paraphras)"],
    [
      -4,
      "\\b(?:fewer|less|too many|not so many|no more|stop the|drop the|without) (?:direct )?(?:quotes|quotations|quoting)\\b",
    ],
    [-3, "\\b(?:misquoted|misquote|quote is wrong|never said that)\\b"],
  ),
  ...cues("LESS_OF", [
    3,
    "\\b(?:fewer|less|too many|not so many) (?:direct )?(?<topic>quotes|quotations|quoting)\\b",
  ]),
  ...cues(
    "START_FROM",
    [
      3,
      "\\b(?:start|begin|open|lead|kick[- ]?off|launch|commence|set off|go) (?:off |out |in |next time |the (?:next )?(?:one|episode|issue) |things |it |straight )*(?:with|from|by|at|on) …",
    ],
    [
      3,
      "\\b(?:come|comes|go|goes|be|put|take|place|have|want|move|need(?:s)? to be|should be|read) [^.!?]{0,60}?\\b(?:first|at the (?:top|start|beginning|front|head)|up ?front|before (?:anything|everything|the rest|all)|to the (?:top|front))\\b",
    ],
    [
      2.5,
      "\\b(?:first (?:thing|of all|comes?|should|up)|first,? please|top of the (?:next )?(?:episode|list|bill))\\b",
    ],
    [2, "^…(?<=[a-z0-9]) first(?: please| pls|, please)?(?:[.!]|$)"],
    [2, "\\b(?:starting point|opener|opening|lead story|start off)\\b"],
  ),
  ...cues(
    "TONE",
    [
      3,
      "\\b(?:tone(?! [^.!?]{0,30}down)|register|voice(?!s| of| mail)|style(?! guide)|wording|phrasing|manner|diction)\\b",
    ],
    [
      3,
      "\\b(?:jargon|buzzwords?|acronyms?|abbreviations|corporate[- ]speak|management[- ]speak|legalese|officialese|slang|exclamation marks?|emojis?|smileys|puns?|jokes?|joking|humou?r|irony|sarcasm|sarcastic|flippant|clich[eé]s?|passive voice|contractions)\\b",
    ],
    [
      3,
      "\\b(?:too|so|very|more|less|bit|little|a touch|rather|overly|sound(?:s)?|be|quite|terribly|keep it|make it|needlessly|unnecessarily|slightly) (?:more |less |too |a bit |a little )*(?:formal|informal|casual|stiff|chirpy|cheerful|cheery|jolly|dry|drier|serious|playful|friendly|warm|warmer|cold|colder|lively|livelier|dull|chatty|breezy|preachy|condescending|patroni[sz]ing|academic|technical|corporate|bureaucratic|pompous|flowery|dramatic|sensational|neutral|factual|matter-of-fact|sober|light|light-hearted|funny|funnier|witty|human|personal|personable|polite|direct|blunt|enthusiastic|excited|salesy|childish|robotic|wooden|plain|simple|simpler|clear|clearer|conversational|down[- ]to[- ]earth|relaxed|professional|energetic|upbeat|gloomy|snarky|cute)\\b(?! (?:question|answer))",
    ],
    [
      2.5,
      "\\b(?:reads?|sounds?|sounding|feels?|comes? across|come over|written) (?:more |less |a bit |a little |too much |rather |almost )*(?:like|as if|as though)\\b",
    ],
    [
      3,
      "\\b(?:plain|simple|simpler|plainer|easier|everyday|clear|clearer|ordinary|understandable|basic)(?:,)? (?:simple |plain |everyday )?(?:english|language|words|terms|sentences|writing)\\b",
    ],
    [
      2.5,
      "\\b(?:friendlier|warmer|warmth|livelier|drier|matter-of-fact|chattier|funnier|lighter|plainer|simpler|sober|stuffy|stilted|chirpy|preachy|patroni[sz]ing|condescending|pompous|breezy|long words|big words|hype|drama|pathos|sensationalis[mt]|enthusiasm)\\b",
    ],
    [1.5, "\\b(?:address|call) (?:us|me|the reader|readers) (?:as|by|with)\\b"],
    [
      1.5,
      "\\b(?:write|speak|talk|explain|put it|say it|phrase) (?:it |this |things |more |to us )*(?:like|as if|as though|in a|for (?:laypeople|beginners|non-))",
    ],
    [
      1,
      "\\b(?:we are adults|not children|native speakers?|third language|second language|non-native|beginners)\\b",
    ],
  ),
  ...cues(
    "SCHEDULE",
    [
      3,
      `\\b${COMES} [^.!?]{0,50}?\\b(?:${DAY}|${TIME}|weekly|daily|monthly|fortnightly|before|after|by|earlier|later|morning|evening|afternoon|once|twice|every)\\b`,
    ],
    [
      3,
      "\\b(?:once|twice|three times|\\d times|every|each|one|two|three|per|an episode|episodes?) (?:or twice )?(?:a|per|every|each|other|second|two|in a|in the)? ?(?:day|week|fortnight|month|weekday|morning|evening)s?\\b(?! (?:of|later|ago|old|in a row|running|we|i|about|it'?s))",
    ],
    [
      3,
      "\\b(?:weekly|daily|fortnightly|bi-?weekly|monthly|semi-?weekly)\\b(?! (?:meeting|report|update|standup|stand-up|review|call|paper|rota))",
    ],
    [
      1.5,
      `\\b(?:on|only|not on|every|by|until|till|before|after|from|for|instead of|rather than) (?:a |early |late )?(?:${DAY})\\b`,
    ],
    [
      2.5,
      "\\b(?:less|more|too|so|not so|as) (?:often|frequent|frequently)\\b(?! (?:mention|quote|verbatim))",
    ],
    [
      2.5,
      "\\b(?:no (?:new |more )?(?:episodes?|deliver(?:y|ies)|mails?|issues?)|(?:pause|suspend|stop|skip|hold|halt|postpone|delay|resume|restart) (?:the )?(?:series|episodes?|next (?:week|month|episode|one)|deliver(?:y|ies)|publication|mails?|sending|it)?)[^.!?]{0,25}\\b(?:during|over|until|till|while|in|for|between|from|after|week|weeks|month|holidays?|vacation|recess|christmas|easter|summer|august|december|break)\\b",
    ],
    [
      2.5,
      `\\b(?:earlier|later|sooner) (?:in the (?:day|morning|evening|week|afternoon)|than|on|at|please)\\b|\\b(?:at|before|after|by|around|until) ${TIME}\\b`,
    ],
    [
      2.5,
      "\\b(?:start again|starts again|begin again|resume|back) (?:on|in|from|after) (?:the )?(?:\\d|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday)",
    ],
    [
      2,
      "\\b(?:time ?zone|time slot|timeslot|slot|cadence|rhythm|frequency|publishing day|publication day|delivery (?:time|day)|schedule|timing|inbox at|in the middle of the night|before work|commute starts)\\b",
    ],
    [1.5, "\\b(?:morning|evening|afternoon|noon|night|lunchtime)s?\\b"],
    [-2, "\\b(?:verbatim|quote|comes? up|mentioned|crops? up|hear(?:d)? about)\\b"],
    [-1.5, "\\b(?:yesterday|last (?:week|tuesday|month)|today's|(?:mon|tues|wednes|thurs|fri)day's)\\b"],
  ),
];
