import { type Cue, cues } from "../cue.ts";

const NOT = "(?:\\b(?:not|no|nothing|never|dont|wont|without|any|stop|rather than|instead of)|n't)\\s";
/** Nothing denies what follows. */
const PLAINLY = `(?<!${NOT}(?:[^\\s.!?,;]+ ){0,2})`;
const ABOUT = "(?:about|on|of|from|into|regarding|concerning|around)";
const TELL =
  "(?:write|talk|speak|report|say|hear|read|learn|see|know|tell us|cover|mention|bring|go on|bang on|harp on|drone on)";
const TELLING =
  "(?:writing|talking|reporting|hearing|reading|covering|mentioning|bringing|including|going on|banging on|harping on|droning on)";

/** How people who write English ask for more of something, less of it, or nothing at all. */
export const ENGLISH_TOPIC_CUES: readonly Cue[] = [
  ...cues(
    "MORE_OF",
    [
      2.5,
      "\\b(?:deserves?|merits?|warrants?|worth) (?:far |much )?(?:better|more|another|a closer|its own|attention|a second)\\b|\\b(?:than|only|just) a footnote\\b",
    ],
    [
      2.5,
      "\\b(?:loved|liked|enjoyed|love|like|enjoy) (?:the|that|your) (?:bit|part|section|piece|story|episode|item)s? (?:about|on|with) …",
    ],
    [
      -3,
      "\\b(?:remove|delete|drop|cut|strip|avoid|without|need|want|leave out|take out|skip) (?:out )?(?:anything|everything|any|all|no) (?:more )?(?:about|on|of)\\b(?<=(?:not|n't|dont|no longer|remove|delete|drop|cut|strip|avoid|without|out|skip)\\b[^.!?]{0,40})",
    ],
    [
      2.5,
      "\\b(?:anything|something|everything|whatever) (?:further |more |else )?(?:you (?:can|could) (?:find|dig up|get) |you (?:have|find|know) |there is )?(?:about|on) …",
    ],
    [2, "\\b(?:would|'d|might) (?:really )?help if\\b|\\bhelpful (?:if|to have)\\b"],
    [2.5, "\\bnot less\\b|\\bmore,? (?:please|pls|plz)\\b"],
    [
      2,
      "^(?<topic>(?:[\\p{L}\\p{N}'-]+ ){1,4})(?:please|pls|plz)[.! ]*$|^(?:please|pls|plz):? (?:[\\p{L}\\p{N}'-]+ ?){1,3}[.!]*$",
    ],
    [
      3,
      `${PLAINLY}\\b(?:more|further|deeper|extra) _(?:detail|info|information|coverage|background|depth|context|insight|material|examples)?s? ?\\b${ABOUT} …`,
    ],
    [
      2,
      `${PLAINLY}\\b(?:more|additional|extra) (?!direct|quot|often|formal|than\\b|or less|frequent|time to|like\\b|matter-of|serious|and more|please|room|pages|words|important)…`,
    ],
    [2.5, "\\b(?:deeper|closer|longer|proper|second|fresh|harder) (?:look|dive) (?:at|into) …"],
    [
      2.5,
      `${PLAINLY}\\b(?:expand|elaborate|build|dwell|focus|concentrate|zoom in|touch) (?:more |further )?(?:up)?on …`,
    ],
    [
      2.5,
      `${PLAINLY}\\b(?:dig|go|delve|dive|look)(?: a (?:bit|little))?(?: more| further)?(?: deeply| deeper| deep)? (?:in)?to …`,
    ],
    [
      2.5,
      "\\b(?:why|how come) _(?:never|don't|dont|not|nothing|so little|hardly|barely|rarely) _(?:hear|read|cover|mention|talk|get|see|write|learn)[^\\s]* _(?:anything |something |more |much )?(?:about |of |on )?…",
    ],
    [2.5, "\\bnever (?:hear|read|get|learn|see)s?(?: anything| much)? (?:about|of|on) …"],
    [
      2,
      "\\b(?:a|an|one|its|their) (?:whole |full |entire |separate |dedicated |special )?(?:episode|issue|section|piece|part|feature|edition|instalment)(?: just)? (?:about|on|for|dedicated to) …",
    ],
    [
      2.5,
      "\\b(?:get|have|deserve|need|merit|want)s? (?:an? |its |their |one )?(?:whole |full |entire |separate )?(?:episode|issue|section|piece)s?(?: of (?:its|their) own)?\\b",
    ],
    [2, "\\b(?:an |one )?(?:episode|issue|section) of (?:its|their) own\\b"],
    [
      2.5,
      `${PLAINLY}\\b(?:would|'d|i'd|we'd) (?:really |just |rather |also |so |dearly )?(?:love|like|appreciate|welcome|enjoy|be (?:glad|happy|grateful|interested|keen))(?: to| of| in| for| if)? _(?:${TELL}|something|anything|have|know|coverage|an? episode)\\b(?! (?:whether|if|how|why|what|when|who|where))…`,
    ],
    [
      2,
      `\\b(?:please|pls|plz|could|can|would|let's|maybe|perhaps) (?:you |we |somebody |someone |they )?(?:please |also |maybe |perhaps |finally )?(?:cover|include|discuss|mention|feature|address|tackle|explore|highlight|write (?:something |a bit )?(?:about|on)|talk (?:something )?about|do something (?:about|on)|tell us about|report on|add something (?:about|on)|look at|treat) …`,
    ],
    [
      1.5,
      "^(?:please )?(?:cover|include|discuss|feature|address|tackle|explore|highlight|write about|talk about) …",
    ],
    [
      2.5,
      `\\b(?:not|n't|nowhere near|never|hardly|barely|far from) (?:nearly |quite )?(?:get |got |hear |have )?(?:enough|sufficient(?:ly)?|much|a lot|anything)(?: said| written| told| coverage| space| time)? ?(?:about|on|of) …`,
    ],
    [
      2.5,
      "\\b(?:too little|so little|very little|next to nothing|hardly anything|hardly a word|barely anything|not a word|nothing at all|almost nothing|only a (?:line|word|sentence)) (?:is said |has been said |so far |was said )?(?:about|on|of) …",
    ],
    [
      2,
      "\\b(?:mentioned|come up|came up|covered|appeared|named|discussed|touched on|dealt with|treated) (?:only |just |barely |exactly )?(?:once|in passing|briefly|never|one time)\\b",
    ],
    [
      2,
      "\\b(?:only|just|barely|hardly) _(?:mentioned|covered|touched|one line|a line|a sentence|a paragraph|scratch(?:es|ed)?)\\b",
    ],
    [2, "\\b(?:one|a single|half a) (?:line|sentence|word|mention|paragraph)(?: so far| in| about| on|\\b)"],
    [
      2,
      "\\b(?:was over before|skated over|glossed over|brushed over|skimmed over|rushed (?:through|over)|skipped over|sold short|cut (?:too )?short|left hanging|overlooked|neglected|ignored so far|under-?represented|missing from|short shrift)\\b",
    ],
    [
      2,
      `\\b(?:i|we|what i|what we) (?:really |still |sorely )?(?:miss|am missing|'m missing|lack|want|need) (?:is |are )?(?:something |anything )?(?:about |on )?…`,
    ],
    [2.5, "\\b(?:come|go|get|circle) back to …"],
    [2, "\\bbring back …"],
    [2.5, "\\bkeep (?:it|them|that|this|those|these|the [^.!?]{1,40}) coming\\b"],
    [
      2.5,
      `\\b(?:do not|don't|dont|never|please don't|please dont|no need to) (?:ever )?(?:stop|drop|skip|cut|remove|leave out|lose|shorten|forget|axe|ditch|scrap|get rid of) (?:${TELLING} (?:about |on )?)?(?:the )?…`,
    ],
    [
      2,
      "\\b(?:matters?|is important|are important|is relevant|are relevant|means?|would help|is of interest|are of interest) (?:a (?:great deal|lot) )?(?:more )?to (?:us|me|my|our)\\b",
    ],
    [
      1.5,
      "\\b(?:spen[dt]|took|take|devote|give|make) (?:some |more |a little |a bit of )?(?:time|space|room|attention|weight|airtime|prominence) (?:there|to|on|for)(?: it| that| this)?\\b",
    ],
    [
      2,
      "\\b(?:spend|devote|give) (?:some |more |a little |a bit of )?(?:more )?(?:time|space|room|attention|weight) (?:on|to) …",
    ],
    [2, "\\b(?:interested|keen|curious) (?:in|on|about) (?!whether|how|why|what|when|who|if)…"],
    [2, "\\b(?:more of (?:this|that|these|those|it|the same)|this[!,.]* more|even more)\\b"],
    [
      1.5,
      "\\b(?:anything|something|everything) (?:further|more|else)? ?(?:you (?:can|could) find |there is )?(?:about|on) …",
    ],
    [1, "^(?:what about|how about|and) …"],
    [1.5, "\\b(?:double|twice) (?:down on|the coverage of|as much (?:on|about)) …"],
    [1.5, "\\b(?:as much|all|everything) (?:as )?(?:you (?:can|have|know)|possible) (?:about|on) …"],
  ),
  ...cues(
    "LESS_OF",
    [
      3,
      "\\b(?:have|need) to (?:hear|read|sit) (?:through )?(?:about )?…(?<=\\b(?:once more|again|one more time)[^.!?]*)",
    ],
    [3, "\\b(?:go|going) (?:a (?:little|bit) )?(?:easy|easier|slow|slower|lighter|light) on …"],
    [3, "\\bnot everything (?:revolves around|is about|has to be about|turns on) …"],
    [
      3,
      `(?<!\\b(?:not|no|never|n't)\\s)\\b(?:less|fewer)(?: and less)? (?:coverage |talk |time |space |emphasis |weight |detail |chatter )?(?:about|on|of|for|from|to) …`,
    ],
    [
      2.5,
      "(?<!\\b(?:not|no|never|n't|more or)\\s)\\b(?:less|fewer) (?!formal|jargon|often|frequent|than|technical|stiff|corporate|drama|dry|to read|words|pages|chirpy|serious|text|paraphras)…",
    ],
    [3, `\\b(?:not|no|never|n't|dont need|without)(?: _)? ?more (?:about|on|of|from) …`],
    [
      2.5,
      "\\b(?:too much|too many|far too much|way too much|so much|so many|a lot too much|over the top|overkill) (?!to (?:ask|read)|text|words|jargon)(?:talk |stuff |space |is said |is made |about |on |of |from |comes out of )*…",
    ],
    [
      2.5,
      "\\b(?:comes?|came|crops?|cropped|turns?|pops?|appears?|mentioned|repeated|features?) (?:up |out )?(?:of |from )?(?:far |way |much )?(?:too|so) (?:often|much|frequently|many times)\\b",
    ],
    [
      2,
      "\\b(?:takes?|took|taking|eats?|eating) (?:up )?(?:far |way )?(?:too much|so much|most|half|all)(?: of)?(?: the| of the)? ?(?:room|space|time|episode|place)?\\b",
    ],
    [2, "\\b(?:dominates?|overshadows?|drowns? out|crowds? out|hogs?)\\b"],
    [
      2.5,
      "\\b(?:lean|leans|rely|relies|focus|focuses|concentrate|dwell|dwells|draw|draws) (?:far |way |much )?too (?:heavily|much|hard|strongly|long) (?:on|upon) …",
    ],
    [
      2.5,
      "\\b(?:tone|dial|turn|scale|cut|bring|play|wind|slim) (?:the [^.!?]{1,30} |it |that |things )?(?:down|back)(?: a (?:bit|little|notch))?(?: on| with)? ?(?<!cut it down)…?",
    ],
    [
      2.5,
      "\\b(?:cut|trim|slim|scale|ease|go easy|hold|hold back|back off) (?:down |back |off |up )?(?:on|from) (?!time|to)…",
    ],
    [
      2,
      "\\b(?:tired|sick|weary|bored|fed up|exhausted|had enough|had it|done|had my fill) (?:and tired )?(?:of|with|by) (?:hearing |reading |all |about |the )*…",
    ],
    [2.5, "\\b(?:enough|that's enough|it's enough|enough already) (?:of|about|on|with) …"],
    [
      2,
      "\\b(?:enough is enough|enough already|we get it|i get it|got it by now|got the (?:point|message|idea)|heard it (?:all|before)|know it by heart|we know by now|by now we (?:all )?know|move on|give it a rest|beating a dead horse|broken record|other stuff|other things|other topics)\\b",
    ],
    [
      2,
      "\\b(?:again and again|yet again|once again|over and over|(?:third|fourth|fifth|sixth|umpteenth|second|another) (?:week|time|episode|day|month|one)s?(?: in a row| running)?(?: now)?(?:,)? (?:about|on|with)|in a row|every (?:single )?(?:episode|week|time|day|issue)|week after week|each and every|how many (?:more )?times|how often (?:must|do|will|can|should)|how much more|not again|again\\?)\\b",
    ],
    [
      2,
      "\\b(?:do not|don't|dont|doesn't|no longer) (?:really )?(?:need|want|have to (?:hear|read|know|see)) (?:quite |nearly )?(?:this|that|so|as|all|any more|every|to (?:hear|read|know) (?:so much|this much|everything))\\b…?",
    ],
    [
      2,
      "\\b(?:not|n't) (?:so|quite so|as|quite as|quite this|this|that) (?:much|many|often)\\b ?(?:about|on|of)? ?…?",
    ],
    [
      2,
      "\\b(?:don't|dont|do not|doesn't|not|nobody|no one|hardly anyone|few of us|couldn't) (?:really )?(?:care|cares|interested|bothered|interest(?:s|ed)? (?:me|us|anyone))(?: (?:about|in|for|less))? ?…?",
    ],
    [
      1.5,
      "\\b(?:overdone|overrated|overrepresented|over-represented|too prominent|repetitive|repeats itself|excessive|obsess(?:ed|ion)|done to death|old news|tedious|wears? thin)\\b",
    ],
    [2, "\\bhalf (?:as much|the amount)(?: (?:about|on|of))? …"],
    [1.5, "\\b(?:could|can) do with(?:out)? (?:a (?:bit|little) )?(?:less|so much|so many) …"],
    [
      1,
      "\\b(?:reduce|limit|shrink|shorten|minimi[sz]e|downplay|decrease|cut) (?:the )?(?:amount of |share of |part about |part on |section on |section about )?…",
    ],
    [-2, "\\bnot less\\b"],
  ),
  ...cues(
    "SKIP",
    [
      4,
      "(?<!(?:not|n't|dont) )\\b(?:remove|delete|drop|cut|strip|take|leave|avoid|skip) (?:out )?(?:anything|everything|all|any mention|all mention|every mention|whatever)(?: there is| you have)? (?:about|on|of|to do with|concerning) …",
    ],
    [
      4,
      "\\b(?:do not|don't|dont|no longer|needn't|never) (?:really |ever )?(?:need|want|require|have|wish for) (?:anything|any|a word|any more|anything more|a single word) (?:about|on|of|from) …",
    ],
    [
      3,
      `\\b(?:leave|keep|take|cut|edit) …(?<= )(?:out|aside|away|off)(?: of (?:it|this|the [a-z]+))?(?: altogether| entirely| completely| please)?(?=[,.!?;]|$| )`,
    ],
    [3, "\\b(?:leave|leaving|left) out …"],
    [
      3,
      "^(?:please |pls |just |can you |could you |we should |let's )?(?:skip|drop|omit|exclude|remove|ditch|scrap|axe|lose|delete|forget about|cut out|strike|kill|ban)(?: all| any| out)?(?: (?:mentions?|talk|coverage) of)? (?!me\\b|the jokes|the jargon|the tone|it down|next|a week|this week|one)…",
    ],
    [
      2.5,
      `(?<!\\b(?:not|n't|dont|never|please dont) )\\b(?:skip|omit|exclude|drop|ditch|scrap|avoid) (?!me\\b|the jokes|the jargon|the tone|next|a week|this week|jargon)…`,
    ],
    [
      3,
      `\\b(?:stop|quit|cease|no need (?:for|to keep)|refrain from|enough) (?:${TELLING}|with)(?: (?:about|on|up|us|with))* …`,
    ],
    [
      3,
      "\\b(?:nothing|not a word|no word|not another word|not one (?:more )?word) (?:more |else |whatsoever |at all |further )?(?:about|on|of) …",
    ],
    [
      2.5,
      `\\b(?:do not|don't|dont|never|must not|mustn't|should not|shouldn't|may not|cannot|can't|need not|needn't|no longer) (?:ever |please |again |even )?(?:to )?(?:write|talk|speak|report|mention|cover|include|discuss|bring up|touch|name|publish|print|comment|refer)[^\\s.!?]*(?: (?:about|on|up|to))* (?!this episode)…`,
    ],
    [
      2.5,
      `\\b(?:do not|don't|dont|never|no longer) (?:ever )?(?:want|wish|need|care)(?:s)? (?:to )?(?:hear|read|see|know|learn|be told) (?:anything |any more |a word |another word )?(?:more )?(?:about|of|on) …`,
    ],
    [
      3,
      "\\b(?:no point|no use|no sense|pointless)(?: in)? (?:covering|writing|mentioning|talking|discussing|telling)\\b(?: about| on)? ?…?",
    ],
    [2, "\\b(?:at all|altogether|entirely|completely|ever again|for good|whatsoever|for ever|forever)\\b"],
    [
      2,
      "\\b(?:off[- ]limits|embargo(?:ed)?|confidential|under wraps|no longer exists|been (?:cancelled|discontinued|scrapped)|sub judice|must not comment|taboo|not (?:for )?public)\\b",
    ],
    [
      2.5,
      "\\b(?:steer clear of|stay (?:away from|clear of|off)|get rid of|do away with|no more|no mention of|spare us|hands off) …",
    ],
    [1.5, "^(?:please )?no (?!thanks|idea|problem|episodes|no\\b|,|doubt|point|longer|one\\b|jargon)…"],
    [1.5, "\\bfor (?:heaven|god|pete|goodness|christ)[^ ]* sakes?\\b"],
    [1.5, "\\bwithout (?:any |the )?…"],
    [-3, "\\b(?:do not|don't|dont|never) (?:ever )?(?:stop|drop|skip|cut|remove|leave out|lose|omit)\\b"],
    [-2, "\\b(?:never|don't|not) (?:hear|get) (?:anything |enough )?(?:about|of)\\b"],
  ),
];
