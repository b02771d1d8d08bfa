import { type Cue, cues } from "../cue.ts";

const WH = "(?:what|who|whom|whose|when|where|why|how|which|whether)";
const SHORTEN = "(?:shorten|trim|cut|condense|abridge|tighten|compress|curtail|prune|pare)";
const EPISODE = "(?:episodes?|issues?|instalments?|editions?|one|ones|text|length|pieces?|whole thing)";
const TO_REPORT =
  "(?:saying|writing|claiming|repeating|stating|telling|calling|insisting|printing|reporting)";
const DENIES =
  "(?:don't|doesn't|didn't|isn't|aren't|wasn't|weren't|won't|hasn't|haven't|hadn't|(?:do|does|did|is|are|was|were|will|has|have|had) (?:not|never)|never (?:did|was|has|were|had))";

/** Words in marks of quotation. */
const QUOTED = '(?:["“”„«»]|(?<![\\p{L}\\p{N}])\')[^"“”„«»]{1,200}?(?:["“”„«»]|\'(?![\\p{L}\\p{N}]))';
/** Who says so judges and puts nothing right. */
const OPINION =
  "(?:(?:very|really|too|so|that|as|just|only|always|all|quite|particularly|exactly|my|your|our|about|for|me|us|good|great|nice|bad|funny|fun|interesting|boring|clear|long|short|easy|hard|helpful|useful|enough|much|fair|worth|serious)\\b)";

/** Further ways to ask for another form, to put right and to ask, in English. */
export const ENGLISH_PLAINER_CUES: readonly Cue[] = [
  ...cues(
    "SHORTER",
    [
      3,
      "\\b(?:could|might|should) (?:easily |well )?have been (?:said in )?(?:a|an|one|half a|two|three) (?:single |short )?(?:pages?|paragraphs?|e-?mails?|sentences?|lines?|minutes?)\\b|\\b(?:condensed|shortened|abridged|trimmed|tightened|compressed|curtailed|pruned|pared (?:down|back)|cut (?:down|back|in half|by))\\b",
    ],
    [
      3,
      `\\b${SHORTEN} (?:down )?(?:each |every |the |this |that |next |all |today's |tomorrow's |your )*(?:next |coming )?${EPISODE}\\b`,
    ],
    [
      3,
      "\\b(?:in (?:half|two)|by (?:half|a third|a quarter|\\d+ ?%|\\d+ percent))\\b(?<=\\b(?:cut|shorten|reduce|trim|slash)\\b[^.!?]*)",
    ],
    [
      3,
      "\\b(?:brevity|conciseness|concision|succinctness|less is more|keep it (?:tight|crisp)|boil (?:it|them|things) down|fewer words|nutshell|bite-?sized|in brief)\\b",
    ],
    [
      2.5,
      "\\b(?:third|half|quarter|fraction) (?:of )?(?:the|its|their|that|this) (?:present |current |usual )?(?:length|size|words)\\b[^.!?]{0,30}\\b(?:ample|enough|plenty|do|fine|suffice|sufficient|better|nice|perfect|great)\\b",
    ],
    [
      2.5,
      "\\b(?:runs?|ran|goes|stretch(?:es)?) to (?:some |about |over |more than )?(?:\\d+|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety) (?:minutes|pages|words)?",
    ],
    [
      2.5,
      "\\b(?:attention (?:gives|runs|drifts|wanders|flags|span)|(?:nod|doze|drift|switch) off|lose (?:interest|patience|focus|concentration|the thread)|give up (?:half|before|after|by)|(?:never|don't|can't|rarely|seldom) (?:make|get|read|come) (?:it )?(?:past|beyond|further than)|interminable|everlasting|eternal)\\b",
    ],
    [
      -4,
      `\\b(?:don't|do not|never|please don't|no need to|stop) (?:ever )?(?:${SHORTEN}|shortening|cutting|trimming)\\b`,
    ],
  ),
  ...cues(
    "LONGER",
    [
      4,
      `\\b(?:don't|do not|never|no need to|stop) (?:ever )?(?:${SHORTEN}|shortening|trimming|cutting) (?:it|them|the episodes?|episodes|anything|things|any|each|so much|everything)\\b`,
    ],
    [
      3.5,
      "\\b(?:double|triple|twice|treble) the (?:usual |current |present |normal )?(?:length|size|minutes|words|pages)\\b|\\b(?:all|as much) (?:of )?(?:the )?(?:space|room|time) (?:you need|you like|you want|as)\\b|\\btake your time\\b",
    ],
    [
      3,
      "\\b(?:feel (?:short-?changed|cheated)|(?:leaves?|left) (?:me|us) (?:hungry|wanting|craving|thirsty)|more to (?:chew on|say|read)|more substance|too (?:little|few) (?:text|words|pages|substance|meat)|over before|(?:done|finished) (?:in|within|before) (?:a|two|three|no|my|i)|ran to|used to be longer)\\b",
    ],
    [
      2.5,
      "\\b(?:feel free|don't hesitate|no need|nobody minds|i don't mind|happy for you) (?:to|if you) (?:double|extend|lengthen|go on|write more|stretch|take longer)\\b|\\b(?:lengthen|extend|draw out|stretch out) (?:it|them|the|each|these)\\b",
    ],
  ),
  ...cues(
    "MORE_QUOTATIONS",
    [
      3.5,
      "\\b(?:inverted commas|quotation marks|quote marks|speech marks|what (?:was|is|people|they|he|she|everyone) (?:literally|actually|really|in fact) (?:said|say)|first[- ]?hand|horse's mouth|unfiltered|unedited|unvarnished|(?:actual|true|real|their|exact) (?:wording|voices?|statements?|utterances?)|in (?:the )?original (?:words|voice)|let (?:them|people|us hear) (?:speak|talk)|line by line)\\b",
    ],
    [
      3,
      "\\b(?:fewer|less|no|not|stop|instead of|rather than|cut the) (?:summar\\p{L}+|paraphras\\p{L}+|retell\\p{L}*|retold)\\b|\\bparaphrase less\\b|\\b(?:rather than|instead of|not) (?:being )?(?:retold|paraphrased|summari[sz]ed)\\b",
    ],
  ),
  ...cues(
    "START_FROM",
    [
      3.5,
      "\\b(?:set (?:out|off)|start|begin|open|lead(?: off)?|kick(?: things)? off|take off) (?:this time |next time |off |us )?(?:from|with|by) …",
    ],
    [
      3,
      "\\b(?:before|ahead of|prior to|in front of) (?:anything|everything|all|any|the)(?: the)?(?: else| rest| others?| other (?:stuff|things|sources))\\b",
    ],
    [3, "^…(?<=[a-z0-9]) (?:first|at the (?:top|start)|on top)\\b(?: please)?(?:[.!,;]|$)"],
    [
      2,
      "\\b(?:take|walk|guide|lead) (?:us|me|readers) through …|\\b(?:top billing|pride of place|first place|as (?:an |the )?(?:opener|introduction|starter))\\b",
    ],
  ),
  ...cues(
    "TONE",
    [
      3,
      "\\b(?:gentler|kinder|softer|calmer|harsher|stricter|bolder|milder|nicer|cheerier|more (?:tactful|sensitive|respectful|careful|considerate|gentle|kindly|diplomatic|compassionate|humble|modest|balanced|nuanced|restrained|measured|relaxed|natural|elegant|poetic|colourful|engaging)|less (?:harsh|blunt|aggressive|judg\\p{L}*|emotional|cold|smug|arrogant|excited|gushing|pushy|flowery|grand))\\b",
    ],
    [
      3,
      "\\bthe way (?:you|it|this|they) (?:speak|talk|write|put|phrase|describe|address|refer|is written|sounds|reads)s?\\b",
    ],
    [
      3,
      "\\b(?:superlatives?|adjectives|adverbs|hyperbole|exaggerat\\p{L}*|gushing|press release|marketing|advert\\p{L}*|brochure|lecture (?:us|me)|lecturing|moralising|preach\\p{L}*|swear(?:ing)?|foul language|euphemisms?|anglicisms|gendered|foreign words|latin words|metaphors?|waffl\\p{L}*|plain words|long sentences|short sentences|difficult words|hard words|simple words)\\b",
    ],
    [
      3,
      "\\b(?:write|speak|talk|put it|explain it|say it) (?:it |this |to us |to me )?as (?:you would|you'd|if|though|one would|people)\\b",
    ],
    [3, "\\bcome(?:s)? (?:across|over) as\\b|\\b(?:over|too) the top\\b"],
  ),
  ...cues(
    "SCHEDULE",
    [
      2.5,
      "\\b(?:suits?|works? (?:better|best)|is better|are better|would be better|better for|convenient|is all i can (?:handle|manage|take))\\b(?<=\\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|evening|afternoon|noon|night|week|month|day)s?\\b[^.!?]*)",
    ],
    [
      3,
      "\\b(?:have|get|read|see|receive) (?:it|them|this|each one|the episodes?) (?:\\p{L}+ )?(?:before|after|by|in time for|ahead of|earlier|later|on)\\b",
    ],
    [
      -3,
      "\\b(?:ask|asks|asked|asking) (?:me |us )?(?:daily|weekly|every \\p{L}+|all the time)?|\\bevery (?:other|second|single) (?:paragraph|sentence|line|page|section|word)\\b",
    ],
  ),
  ...cues(
    "CORRECT",
    [
      4,
      `${QUOTED},? (?:\\p{L}+ ){0,3}?(?:should|must|ought to|needs? to|has to|have to) (?:\\p{L}+ )?(?:be|read|say|been|said)(?: \\p{L}+)? ${QUOTED}`,
    ],
    [3, `${QUOTED},? (?:and not|but not|not|rather than|instead of) ${QUOTED}`],
    [
      2.5,
      `\\b(?:wasn't|weren't|was not|were not|wasnt) (?!${OPINION})[^.!?,;]{2,80}[,;] (?:but |no, )?(?:it|they|that|he|she) (?:was|were) `,
    ],
    [
      2.5,
      "\\b(?:isn't|aren't|is not|are not|not) (?:called |named |spelled )?(?:in|on|at|by|from|the|an?|mrs?|ms|dr|\\d[^\\s]*)\\b[^.!?,;]{1,80}[,;]? (?:but|it's|it is|they're|they are|that's) (?:called |named |spelled )?(?:in|on|at|by|from|the|an?|mrs?|ms|dr|\\d)",
    ],
    [
      2,
      `^(?:[^.!?,]{2,30}[,.:] )?(?:it's|it is|it was|that's|that is|they're|they are) (?!${OPINION})[^.!?,]{2,60}, (?:and )?not (?!${OPINION})[^.!?,]{2,60}[.!]*$`,
    ],
    [3.5, `\\b(?:you|it|the (?:series|episodes?|text)) (?:keeps?|kept|are|is|were) ${TO_REPORT}\\b`],
    [
      3,
      "\\b(?:digits?|numbers?|names?|letters?|figures?|columns|dates|roles|order|places) (?:are |were |is |got |have been |has been )?(?:swapped|transposed|reversed|switched|mixed up|muddled|interchanged|back to front)\\b|\\b(?:swapped|transposed|reversed|switched|muddled|confused|conflated) (?:the |two |these )",
    ],
    [2.5, `[.,;!-] (?:but )?(?:it|they|he|she|we|that|this|there|i) ${DENIES}\\b`],
    [
      2.5,
      "\\byour (?:figure|number|date|spelling|version|account|claim|statement|description|summary|total|quote|table|list) (?:of|is|was|says|has|for|stems|comes|dates)\\b",
    ],
    [
      3,
      "[,;:-] ?(?:but )?(?:and )?(?:you|the (?:episode|text|article|issue)) (?:have|had|wrote|say|said|printed|print|put|gave|give|call|called|write|state|stated|made it|turned it|quote|quoted|list|listed|claim|claimed)\\b",
    ],
    [
      3,
      "\\b(?:attribut\\p{L}*|credit\\p{L}*|ascrib\\p{L}*) [^.!?]{2,60} to [^.!?]{2,40}[.;,] (?:it|that|this|but)\\b|\\b(?:it|that) (?:was|is|were) (?:\\p{L}+'s|actually|really|in fact)\\b",
    ],
    [
      2,
      "\\b(?:nitpick\\p{L}*|pedant\\p{L}*|split hairs|beg to differ|record straight|put (?:it|you|this) right|point of order|small correction|contrary to (?:what|your)|the opposite|quite the contrary|on the contrary|not the case|stand corrected|please (?:amend|rectify|correct|fix))\\b",
    ],
    [
      2.5,
      "\\b(?:spells?|spelt|spelled|writes?) (?:his|her|its|their|the|my|our) (?:\\p{L}+ )?(?:name|surname|title)\\b",
    ],
    [
      2,
      "\\b(?:that|this|the|your) (?:figure|number|date|name|rule|price|statistic|quote|percentage|information|statement) (?:stems|comes|dates|is|was) (?:from|out|old|from before)\\b",
    ],
    [-2, "\\b(?:fascinating|intriguing|riveting|go on|tell (?:me|us) more|more of this|next time)\\b"],
  ),
  ...cues(
    "ANSWER",
    [
      3,
      `(?:^|[.!?:,;-] ?)(?:and |but |so )?(?:under|in|on|at|by|for|to|with|from|since|until|of|about|after) (?:what|which|whom|when|whose|how many|how much)\\b[^.!]*\\?`,
    ],
    [3, `\\b(?:ask|asks|asked|asking)(?: me| us| often| daily| again| myself| themselves)* (?:${WH}|if)\\b`],
    [
      3,
      `\\b(?:mystery|puzzle|riddle|beyond me|unclear|told|explained|say|says|said|understood|clear|known|asked|confus\\p{L}+|puzzl\\p{L}+|baffl\\p{L}+) (?:to )?(?:me |us )?(?:is )?(?:${WH}|if)\\b(?! little| few| rarely)`,
    ],
    [
      2.5,
      "\\b(?:suppose|supposing|imagine|say|assuming|if) [^.!?]{3,80}[,:;] (?:is|are|do|does|can|may|must|would|will|what|who|how|where|when)\\b[^.!]*\\?",
    ],
    [
      2.5,
      `\\b(?:find out|look up|check|look into|shed light on|enlighten (?:me|us)(?: on| as to)?|clear up|establish) (?:${WH}|if)\\b`,
    ],
    [
      -3,
      "\\bwhy not\\b|^(?!(?:what|who|whom|whose|when|where|why|how|which|is|are|was|were|do|does|did|has|have|had|can|could|may|must|should|will|would)\\b)[^.!?]{2,40}\\bagain ?[?!]+|\\bwhy (?:so|all) (?:shy|quiet|silent|little|coy)\\b|\\b(?:is|are) (?:this|that|it|we) (?:a |an |his |her |their |some |turning )[^.!?]{0,30}\\b(?:fan club|joke|advert|commercial|show|club|soap)|\\bsurely\\b|\\bmust (?:we|i|it|you|there)\\b",
    ],
    [
      -2.5,
      "\\b(?:is|was) (?:that|this|it) (?:really )?(?:all|too much|necessary)\\b|\\bin all this\\b|\\bany (?:news|word|update) (?:of|on|about|from)\\b|\\bfeasible\\b",
    ],
  ),
  ...cues(
    "OTHER",
    [
      3,
      "\\b(?:hats off|bravo|splendid|superb|delightful|what a delight|lovely|marvellous|magnificent|well written|keep it up|chapeau|respect|compliments|grateful)\\b",
    ],
    [
      3,
      "\\b(?:logged out|log out|signed out|greyed out|time[sd] out|download button|sign-?in|log-?in|loading|pop-?up|cookie|session expired|two-factor|verification (?:code|mail)|spam folder|mobile view|scroll(?:bar|ing) (?:is|does))\\b",
    ],
  ),
];
