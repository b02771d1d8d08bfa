import { type Cue, cues } from "../cue.ts";

const OFTEN_NOT = "(?:hardly|barely|rarely|seldom|scarcely|almost never|next to never)(?: ever)?";
const MADE_RARE =
  "(?:touch(?:es|ed)?|mention(?:s|ed)?|cover(?:s|ed)?|comes? up|came up|gets? (?:a |any )?(?:mention|look-in|space|coverage|airtime)|feature[sd]?|appear(?:s|ed)?|surface[sd]?|discuss(?:es|ed)?|talk(?:s|ed)?|hear|read|see|heard|seen)";
const PRODUCED = "(?:week|day|episode|issue|edition|month|instalment)";
const DROP = "(?:cut|drop|leave|skip|remove|ditch|bin|scrap|lose|delete|omit|take|keep)";
const IT = "(?:it|them|that|this|those|these|him|her)";
const COVER = "(?:mention|cover|bring|writ|talk|discuss|report|includ|refer|return|com|go)\\p{L}*";
const POLITELY = "(?:please|pls|plz)";
const OF = "(?:about|on|regarding|concerning)";
const FURTHER = "(?:more |else |further |at all |whatsoever )?";
/** Who misses a topic says that there is nothing about it, too. */
const MISSED =
  "\\b(?:pity|shame|sad|sadly|disappoint\\p{L}*|odd|oddly|strange|surpris\\p{L}*|why|miss|missed|missing|important|deserves?|biggest|how come)\\b";
/** Who says that there was nothing so far, in the same breath, does not wish for nothing. */
const SO_FAR =
  "\\b(?:again|yet|so far|anywhere|still|ever|weeks|months|years|ages|(?:this|last) (?:time|week|month)|today|yesterday|was|were|has been|have been|been said|and it)\\b";

/** The same wishes said round about, in English: by what is seldom or always there, by giving a topic its due, by rhetorical questions. */
export const ENGLISH_WIDER_CUES: readonly Cue[] = [
  ...cues(
    "MORE_OF",
    [
      4,
      "^(?<topic>[^.!?,;:]{2,60}?) (?:gets?|got|was given|were given|had|has|received) (?:only |just |a mere |barely |all of )?(?:one|two|three|a|a few|half a|a single) (?:short )?(?:sentences?|lines?|words?|paragraphs?|mentions?)\\b",
    ],
    [3, `\\b${OFTEN_NOT} ${MADE_RARE}(?: on| about| of)?\\b ?…?`],
    [
      3,
      "\\bnever (?:really )?(?:touches|covers|covered|comes up|came up|surfaces|features|appears|mentions|mentioned|gets)\\b",
    ],
    [
      3,
      `^(?<topic>(?![^.!?,;]*\\b(?:i|we|you)\\b)[^.!?,;:]{2,60}?) (?:is |are |has |have |was |were )?(?:${OFTEN_NOT}|never) (?:been )?${MADE_RARE}`,
    ],
    [
      2.5,
      "\\bhow (?:little|few|rarely|seldom) (?:there(?:'s| is| has| are)|you|we|is|was|has|coverage|space|attention)[^.!?]*?(?:on|about|of) …",
    ],
    [
      3,
      "\\b(?:so |very |too |precious |surprisingly )?(?:little|nothing|not much|hardly anything|hardly a word|next to nothing|barely anything|not one (?:word|mention|line)|not a single (?:word|mention|line)) (?:yet |so far |at all |has been said |is said )?(?:about|on) …",
    ],
    [
      3,
      "\\b(?:haven't|hasn't|have not|has not|never) (?:had|heard|seen|read|got|been told) (?:anything|much|a word|a thing|any news|a lot|a line|enough)(?: new| yet)? (?:about|on|of|from) …",
    ],
    [
      3,
      "\\b(?:not one|not a single|no|without a) (?:mention|word|line|trace)(?: of it| so far| yet| anywhere| in)|\\b(?:vanished|disappeared|dropped out|gone missing|absent|missing) from\\b",
    ],
    [
      3,
      "\\b(?:short (?:shrift|measure|change)|a raw deal|too little (?:space|room|attention|time|coverage)|undersold|under-?(?:covered|reported|exposed)|overlooked|passed over|brushed aside|left to one side)\\b",
    ],
    [
      2.5,
      "\\b(?:deserves?|merits?|warrants?|warranted|deserved|merited|needs|should (?:get|have|be given)|ought to (?:get|have)|could use|has earned|calls? for) (?:far |much |a lot |a |an |its |some |proper |fuller |bigger |larger |greater |more |whole |longer |closer |separate )+(?:share|attention|space|coverage|place|treatment|episode|room|look|airtime|weight|prominence|hearing|spotlight|section|part)\\b",
    ],
    [
      3,
      "\\bwhy (?:so|all|this|the|are you so|is it so) (?:shy|quiet|silent|silence|coy|tight-lipped|reticent|reluctant|brief|bashful|secretive)\\b|\\b(?:so|gone|very|strangely|oddly) (?:quiet|silent) (?:on|about)\\b ?…?",
    ],
    [
      3,
      `\\b(?:use|draw on|mine|cite|consult|rely on|lean on|tap|exploit|dip into|include|mention|cover) (?:${IT}|the [^.!?]{1,40}) (?:far |much |a lot |a bit |a little |even )?(?:more|more often|oftener)\\b(?! rarely| sparingly)`,
    ],
    [
      3,
      `\\b(?:further into|in (?:greater|more|some|full) (?:depth|detail)|at (?:greater|more|full) length)\\b`,
    ],
    [
      3,
      "\\b(?:expand|elaborate|enlarge|expound|go on|carry on|say more|tell (?:us|me) more|keep going|keep it up|report back|follow up|dig deeper|dig further) (?:on|about|with|upon|into) (?!and on)…",
    ],
    [
      3,
      `(?:^|[.!?,] )(?:please |do |just )?(?:go on|carry on|continue|keep going|elaborate|say more|tell (?:us|me) more|do tell|follow (?:this|that|it) up|stay on this|take this further|go further|(?:if anything,? )?(?:expand|extend|develop|flesh out|broaden|deepen|beef up) ${IT})\\b`,
    ],
    [
      4,
      "\\b(?:don't you dare|do not dare(?: to)?|whatever you do,? (?:don't|do not)|by no means|under no circumstances) (?:stop|drop|skip|cut|remove|leave out|lose|shorten|forget|axe|ditch|scrap) (?:the )?…",
    ],
    [
      3,
      "\\b(?:highlight|best (?:bit|part|thing)|favourite (?:bit|part|topic)|made my (?:week|morning))\\b[^.!?]*[,.;!] (?:please |do |so )*(?:continue|more|keep|carry on|again|go on)\\b",
    ],
    [
      3,
      "\\b(?:happily|gladly|eagerly|could|would) (?:read|hear|devour) (?:\\p{L}+ )?(?:about |on |of )?…(?<=\\b(?:all day|for (?:hours|days|ever)|any ?time|every (?:day|week))[^.!?]*)|\\b(?:write|fill) (?:volumes|books|pages) (?:on|about|with) …",
    ],
    [
      2.5,
      "\\b(?:any (?:news|word|update) (?:of|on|about|from)|whatever (?:happened to|became of)|what (?:happened to|became of|is new with|about)|where (?:is|are|have|has)) …(?<=\\b(?:any news|any word|any update|in all this|gone|got to|these days|disappeared|vanished|whatever|became of)[^.!?]*)",
    ],
    [
      2.5,
      "\\b(?:i|we)(?:'d| would)? (?:really |sorely |badly |still |do )?(?:crave|long for|hunger for|yearn for|hanker after|look forward to|can't get enough of|never tire of|am all ears for|welcome|appreciate) …",
    ],
    [
      2.5,
      "\\b(?:closer|fuller|longer|better|deeper|proper|good) (?:look|account|picture|treatment|portrait|report|view|insight)s? (?:at|of|on|into) …",
    ],
    [
      3,
      "^(?<topic>[\\p{L}\\p{N}'-]{2,40}(?: [\\p{L}\\p{N}'-]{1,40}){0,3}?)[ !.,:]+(?:please|pls|plz|more|more (?:please|pls|plz))[^\\p{L}\\p{N}]*$",
    ],
    [
      3,
      "\\blet(?:'s| us) (?:have|hear|see|get|read) (?:more (?:of|about|on) )?…(?<=\\b(?:more|depth|detail|length|properly|again soon)[^.!?]*)",
    ],
    [
      -3,
      "\\b(?:don't|do not|doesn't|didn't|no|never|not|without|nor) (?:really )?(?:want|need|care for|require|wish for|ask for|appetite for|desire for|interest in|wish to (?:hear|read))(?: any| much| to (?:hear|read|see))? (?:more|further|another)\\b",
    ],
    [
      -2.5,
      "\\b(?:heard|seen|had|read|got) (?:quite |more than |about |already )?(?:plenty|enough|too much|quite a lot)\\b",
    ],
  ),
  ...cues(
    "LESS_OF",
    [
      4,
      `\\b(?:rely|lean|dwell|focus|draw|talk|write|report|go on|quote|cite|use|mention|concentrate|bring|cover)(?: up)?(?: on| about| from| upon)?(?: ${IT}| the [^.!?]{1,30})? (?:much |far |a lot |a bit |a little |rather |somewhat )?(?:less|more (?:rarely|sparingly|seldom))\\b ?(?:about|on|of)? ?…?`,
    ],
    [
      4,
      `\\banother (?:${PRODUCED}|(?:mon|tues|wednes|thurs|fri|satur|sun)day),? (?:and )?(?:yet )?another (?:portrait of |story about |piece on |report on |item on |page on )?…`,
    ],
    [
      4,
      "^(?:oh |ugh,? |and |what,? )?(?:not )?(?<topic>[^.!?,;]{2,60}?),? (?:yet )?again ?(?:[?!]|\\.\\.|$|, (?:really|seriously)|already)",
    ],
    [
      3.5,
      "\\b(?:don't|do not|doesn't|didn't|no|have no|never) (?:really )?(?:want|need|care for|require|wish for|ask for|appetite for|desire for)(?: any| much| to (?:hear|read|see))? (?:more|further|another) (?:\\p{L}+ )?(?:about|on|of) …",
    ],
    [
      3,
      "\\b(?:every|each) (?:other|second|single)? ?(?:paragraph|sentence|line|page|section|word|headline|question|item|chapter)s? (?:\\p{L}+ )?(?:is|are|was|were|about|goes|seems|deals|turns|revolves|mentions)(?: about| to| on| with)* …",
    ],
    [
      3,
      "\\b(?:(?:done|discussed|talked|flogged|covered|beaten|reported) to (?:death|exhaustion|bits|shreds)|ad nauseam|wearing thin|worn thin|getting (?:old|stale|tedious|boring|tiresome|repetitive|out of hand)|old hat|stale|run its course|yesterday's news|dead horse|milked|saturated|exhausted|ran out of steam|lost its (?:charm|appeal|novelty)|has had (?:its|their) (?:day|moment|time|fifteen minutes)|have had (?:its|their) (?:day|moment|time|fifteen minutes)|change the (?:record|subject)|out of (?:all )?proportion|yawn|groan|sigh|ugh|snooze)\\b",
    ],
    [
      3,
      "\\b(?:talks?|speaks?|writes?|reads?) (?:of|about) (?:little|nothing) (?:else )?but\\b(?![^.!?]*\\b(?:hardly|barely|yet)\\b) ?…",
    ],
    [
      3,
      "^(?<topic>(?![^.!?,;]*\\b(?:i|we|you)\\b)[^.!?,;:]{2,60}?) (?:really |just )?(?:don't|doesn't|do not|does not) (?:need|deserve|warrant|merit|require|justify) (?:that|this|so|quite|all|such|as)\\b",
    ],
    [
      3,
      "^(?<topic>(?![^.!?,;]*\\b(?:i|we|you)\\b)[^.!?,;:]{2,60}?),? (?:is|are|has been|have been|keeps?|gets?) (?:\\p{L}+ )?(?:everywhere|overdone|overexposed|omnipresent|inescapable|popping up|cropping up|coming up|coming back|all over|far too (?:present|prominent)|given too)\\b",
    ],
    [
      3,
      "\\b(?:give|giving) …(?<= )(?:a rest|a break|a miss|less (?:space|room|attention|airtime|coverage|weight))\\b",
    ],
    [
      3,
      "\\b(?:heard|seen|had|read|got|know) (?:quite |more than |about |already )*(?:plenty|enough|too much|quite a lot|my fill|our fill)(?: already)? (?:about|of|on|from) …",
    ],
    [
      3,
      "\\b(?:rather|prefer) (?:not|to not)(?: to)? (?:read|hear|see|have) (?:quite )?(?:so|as|that|this|too) (?:much|many|often) (?:about|on|of) …",
    ],
    [
      2.5,
      "\\bmust (?:we|i|you|it|there) (?:really |always |keep )?[^.!?]{0,30}(?:every|always|again|constantly|each|all the time|forever)\\b",
    ],
    [2.5, "^(?:the )?(?<topic>\\p{L}+(?: \\p{L}+){0,2}),? (?:the )?\\k<topic>\\b"],
    [
      2.5,
      "\\b(?:half|most|the whole|all|two thirds|a third|three quarters) (?:of )?(?:the |this |that |your )?(?:last |latest )?(?:episode|issue|text|page|hour)s? (?:was|is|went|goes|were|on|about|dealt|has been)(?: about| on| to| with)* …",
    ],
    [2.5, "\\b(?:scroll|skip|skim) (?:past|over) ?…?"],
    [
      1.5,
      "\\b(?:surely|constantly|incessantly|endlessly|non-?stop|relentlessly|fan club|advert(?:ising)? for|is there nothing else|nothing else to|other problems|other news)\\b",
    ],
    [-2, "\\b(?:hardly|barely|rarely|seldom|scarcely|how little|how few)\\b"],
  ),
  ...cues(
    "SKIP",
    [
      4,
      `(?:^|[.!?:;,] )(?:and |but |so )?(?:${POLITELY},? (?:absolutely )?nothing ${FURTHER}${OF} …|(?:absolutely )?nothing ${FURTHER}${OF} (?<topic>[^.!?]{2,160}?),? ${POLITELY}(?![\\p{L}]))`,
    ],
    [
      4,
      `^(?:so |and |but )?(?:absolutely )?nothing ${FURTHER}${OF} (?![^]*(?:\\?|${MISSED}))(?![^.!?:;]*${SO_FAR})…`,
    ],
    [
      3,
      `\\b(?:(?:i|we)(?:'d| would)?(?: rather| really)? (?:like|want|prefer|read|see|hear)|(?:there )?(?:should|must|shall) be|let there be) nothing ${FURTHER}${OF} …`,
    ],
    [
      4,
      `\\b${DROP} (?:${IT}|that (?:topic|subject|part)) ?(?:out |off )?(?:entirely|completely|altogether|out\\b|for good|from now on|from here on|off the (?:page|series))`,
    ],
    [
      3.5,
      "\\b(?:leave|let) (?:the |my |our )?…(?<= )(?:alone|be|rest|lie|in peace|unmentioned|unsaid)(?=[.,!;]|$)",
    ],
    [
      4,
      "\\b(?:anything|everything|whatever|all|details?|reports?)? ?(?:about|on|regarding|concerning|to do with|related to)? ?(?<topic>[^.!?:;]{2,120}?)(?<= )(?:must|should|shall|has to|have to|needs? to|ought to|is to|are to|had better|may|can) (?:not )?(?:stay|remain|be kept|be left|keep|feature|appear|be (?:mentioned|discussed|covered|named|included|published|printed))(?: out| off| away| secret| private| confidential| unmentioned| between us)?\\b(?<=\\b(?:not|stay|remain|kept|left|keep)\\b[^.!?]*)",
    ],
    [
      3.5,
      "\\b(?:stay|keep|remain|be) (?:silent|quiet|mum|tight-lipped|schtum) (?:about|on|over|concerning) …",
    ],
    [
      3.5,
      `\\bno (?:longer any )?(?:reason|need|point|use|cause|call|sense|longer worth) (?:to|in|for|whatever to) (?:keep |us |you |go on |continue )*${COVER}(?: about| on| up| to)?(?! more)\\b ?…?`,
    ],
    [
      3.5,
      "\\b(?:don't|do not|never|not|without) (?:breathe|say|print|write|utter|waste|publish|breathing|saying) (?:a|another|one|any) (?:single |more )?(?:word|line|thing|syllable|sentence)s? (?:about|on|of) …",
    ],
    [
      3.5,
      "\\b(?:say|print|write|publish|report|mention) (?:absolutely )?nothing (?:more |at all |else )?(?:about|of|on|regarding) …",
    ],
    [
      3.5,
      "\\b(?:nobody's|no one's|none of (?:our|your|their|anyone's)|not our|not your) (?:business|concern|affair)\\b|\\b(?:nothing to do with (?:us|this series|our)|does not belong (?:here|in)|doesn't belong (?:here|in)|has no (?:place|business) (?:here|in))",
    ],
    [
      3,
      "\\b(?:privacy|private matter|gag order|nda|legal reasons|tribunal|ongoing (?:case|investigation|proceedings)|in court|under investigation|out of respect|sworn to secrecy|asked us (?:not )?to)\\b",
    ],
    [
      3,
      "\\b(?:safely |may |can |please |simply )(?:omit|skip|drop|ignore|forget|leave out|strike|disregard) (?:the )?…",
    ],
  ),
];
