import { type Cue, cues } from "../cue.ts";

const NUMBER =
  "(?:\\d[\\d.,:/%-]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half)";
const WH = "(?:what|who|whom|whose|when|where|why|how|which|whether)";

/** How people who write English say that something is wrong, and how they ask; and what is no wish for a writer. */
export const ENGLISH_FACT_CUES: readonly Cue[] = [
  ...cues(
    "CORRECT",
    [
      3,
      "\\b(?:is|are|was|be) (?:actually )?(?:spelled|spelt|written|pronounced) [^.!?]{2,60}|\\b(?:figure|number|date|name|amount|total|sum|count|percentage)s? (?:is|are|was|were) (?:off|wrong|not right)\\b",
    ],
    [
      3,
      "\\b(?:wrong|incorrect|inaccurate|mistaken|untrue|false|erroneous|misleading|misquoted|misspelt|misspelled|mis-?stated|out of date|outdated|obsolete|factually)\\b",
    ],
    [
      3,
      "\\b(?:not (?:true|right|correct|accurate|quite (?:right|true|correct)|what (?:it|the|she|he|they))|isn't (?:true|right|correct)|wasn't (?:true|right)|can't be (?:true|correct)|no longer (?:true|the case|valid|applies|correct|works|exists))\\b",
    ],
    [
      2.5,
      "\\b(?:mistake|error|typo|correction|correct that|correct this|please correct|fix this|erratum|slip|mix(?:ed)?[- ]up|got (?:it|this|that|them|the [a-z]+) (?:wrong|backwards|mixed)|confus(?:ed|es|ing) [^.!?]{2,40} with|the other way (?:round|around)|it's the reverse)\\b(?! rate| budget| message| page)",
    ],
    [
      3,
      `\\b(?:it's|it is|its|they're|they are|that's|there are|there is|is|are|was|were|be|has|have|takes|costs|starts?|ends?|happens?|lasts?|rate is|at|on|in|for|by|after|to|named?|called|spel[lt](?:ed)?)? ?[^.!?]{1,60}?,? (?:and )?(?:not|never|rather than|instead of)(?: in| on| at| by| the| a| after| for| as| from| with| to| before)? (?:${NUMBER}|"[^"]+"|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)`,
    ],
    [
      2.5,
      "\\b(?:you|the (?:last|previous|latest) (?:episode|one|issue)|(?:last|yesterday's|today's|(?:mon|tues|wednes|thurs|fri)day's|this) (?:week's )?(?:episode|issue)|episode \\d+|the (?:text|summary|article|quote|piece|block)|it) (?:wrote|said|says|claimed|claims|stated|states|reported|reports|told us|had|has|gave|gives|put|called|calls|named|quoted|mentioned)\\b(?! (?:enough|more|to do|been|it (?:all|one)|one line))",
    ],
    [
      2.5,
      '\\b(?:should|ought to|must|has to|needs to) (?:be|read|say|have (?:been|said|read)|be called|mean)\\b[^.!?]{0,60}(?:"|not|instead|rather|\\d)',
    ],
    [2.5, "\\bshould (?:read|say|have (?:been|said|read))\\b"],
    [
      2,
      "\\b(?:actually|in fact|in reality|in truth|to be precise|strictly speaking|for the record|contrary to)\\b",
    ],
    [
      2,
      "\\b(?:has|have|had|was|were|got) (?:since |meanwhile |recently |now |just )?(?:been )?(?:changed|replaced|moved|renamed|withdrawn|superseded|abolished|revoked|updated|amended|cancelled|corrected|retired)\\b",
    ],
    [
      2,
      "\\b(?:changed|moved|replaced|renamed|superseded|retired|left|took over) (?:back )?(?:in|on|since|to|last|as of)\\b",
    ],
    [
      2,
      "\\bthe (?:manual|policy|paper|minutes|handbook|guide|runbook|document|source|transcript|contract|report|notes?|release notes|rules?|agreement|regulation|faq|page|slides?|table) (?:itself )?(?:says?|states?|reads?|has|gives?|lists?|clearly|shows?)\\b",
    ],
    [
      2,
      "\\b(?:does|do|did|is|are|was|were|will|has|have|can|won't|doesn't|didn't|isn't) (?:not|never|no longer|n't)\\b[^.!?]{2,80}(?:,|;|-)? (?:only|but|it's|they|we|instead|rather)\\b",
    ],
    [2, "\\b(?:never|not) by\\b|\\b(?:always|only|both|two|three) [^.!?]{2,40}, never\\b"],
    [2, "\\bis [^.!?]{2,40} and not [^.!?]+"],
    [1.5, "\\b(?:rather than|instead of|and not|, not|but not) "],
    [
      1.5,
      "\\b(?:who checks this|check your facts|fact[- ]check|dangerous|careless|proofread|small thing|nitpick|minor point|for accuracy|pedantic|just to be clear)\\b",
    ],
    [1.5, "^(?:no|nope|nah|wrong|not true|not quite|sorry,? but|erm|um|hm,? no)\\b"],
    [
      1.5,
      "\\b(?:any ?more|since (?:the )?(?:last|january|february|march|april|may|june|july|august|september|october|november|december|\\d{4})|as of|by now|nowadays|these days)\\b",
    ],
    [-2, "\\b(?:nothing|what's|is (?:there )?anything|something) wrong with\\b"],
  ),
  ...cues(
    "ANSWER",
    [
      2.5,
      `^(?:please |maybe |perhaps |could (?:you|someone) |can (?:you|someone) )*(?:please )?(?:explain|clarify|tell (?:me|us)) (?:to (?:me|us) )?(?:${WH}|if)\\b`,
    ],
    [2, "\\?"],
    [
      2,
      `(?:^|[.!?:,;-] ?|\\b(?:and|but|so|ok|okay|hi|hello|sorry|please|quick question|question)[,:]? )(?:${WH})\\b(?! about)[^.!]*\\?`,
    ],
    [
      1.5,
      `^(?:is|are|was|were|do|does|did|has|have|had|can|could|may|might|must|should|will|would|am|isn't|aren't|don't|doesn't) (?!you |we (?:get|have|hear|read|see)\\b|it be (?:shorter|longer))`,
    ],
    [
      1,
      "(?:[.!;:,-] )(?:is|are|was|were|do|does|did|has|have|had|can|may|must|should|will|am) (?!you |we (?:get|have|hear|read|move|see)\\b)[^.!?]*\\?",
    ],
    [
      3,
      `\\b(?:wonder(?:ed|ing)?|curious|(?:curious|like|love|want|need|have|dying|interested|keen|glad|good|nice|helpful|interesting) (?:to (?:know|learn|hear|understand|find out|see)|(?:in )?knowing)|not sure|unsure|unclear|no idea|never (?:understood|understand|dare to ask|quite got)|can't (?:find|remember|work out|figure out|tell)|don't (?:know|understand|get|see)|do you know|does any(?:one|body) know|nobody (?:could |can )?(?:tell|told|knows|explain)[^.!?]{0,10}|tell (?:me|us)|find out|explain(?: to (?:me|us))?|clarify|remind (?:me|us)|can (?:you|someone|somebody) (?:say|tell|explain)) (?:me |us |at all |exactly |about |more |again )*(?:${WH}|if)\\b`,
    ],
    [
      1.5,
      "\\b(?:can|could|would|will) (?:you|someone|somebody|anyone) (?:please |kindly |maybe )?(?:find out|explain|tell (?:me|us)|clarify|answer|look up|say|shed (?:some )?light)\\b",
    ],
    [
      1.5,
      "\\b(?:asking for|quick question|my question|a question|question:|dumb question|dare to ask|silly question|genuine question|the answer)\\b",
    ],
    [1, "\\bor not\\??$"],
    [2.5, `^(?:(?:${WH})(?:'s|'re)?|is|are|do|does|did|can|may|must|has|have|will|am) [^.!?]{8,}$`],
    [
      -2.5,
      "\\b(?:could|can|would|will|might|may|shall) (?:we|you|i|it|they|there|the (?:series|episodes?)|each|this)\\b(?! (?:tell|explain|find|say|clarify|carry|take|claim|get (?:paid|a refund)|be (?:paid|fined|sure)))[^.!?]*\\?",
    ],
    [
      -3,
      "\\b(?:how about|what about|why (?:do|does|don't|not|is|are|can't|must|has|have) (?:we |you |i |there |it )?(?:never|not|always|so|nothing|hardly|hear)|how (?:many|often) (?:more )?(?:times |must |do we have|can one|can you)|is it too much|any chance|would it be possible|do we (?:really|still) (?:need|have)|who cares|is that too much|(?:can|could) (?:we|you) (?:please )?(?:move on|stop|get|have))\\b",
    ],
    [
      -3,
      "\\b(?:who (?:checks|writes|comes up with) (?:this|these)|who wants|are you (?:kidding|serious|joking))\\b",
    ],
    [-2, "\\b(?:weekly|daily|shorter|longer)\\b[^.!?]*\\?\\??$"],
  ),
  ...cues(
    "OTHER",
    [
      4,
      "\\bhow (?:do|can|could|would) (?:i|we|one) (?:change|update|reset|delete|cancel|unsubscribe|switch off|turn off|export|share|print|download|mute)(?: (?:my|the|these|this|our))? (?:e-?mails?|e-?mail address|address|account|password|notifications?|profile|settings|picture|language|subscription|mails?|series|episodes?)\\b",
    ],
    [
      4,
      "\\b(?:unrestricted|without (?:any )?restrictions|no restrictions)\\b|\\b(?:notes|data|sources|projects|members|users) of (?:the )?(?:other|another|all|every)\\b|\\bother (?:projects|organi[sz]ations|tenants|customers)\\b|\\bwrite (?:me )?a (?:poem|song|joke|story|essay)\\b",
    ],
    [
      5,
      "\\b(?:ignore|disregard|forget|override|bypass|overrule) (?:all |any |your |the |my |every |these |previous |prior |earlier |above |of )*(?:rules?|instructions?|prompts?|guidelines|policy|policies|guardrails|restrictions|directions|programming)\\b",
    ],
    [
      5,
      "\\b(?:system prompt|system message|maintenance mode|developer mode|debug mode|admin mode|god mode|jailbreak|api[- ]?keys?|secret key|access token|credentials?|your (?:hidden |secret |initial )?(?:instructions|prompt|rules)|you are now|act as|pretend to be|<\\|)",
    ],
    [4, '(?:^|[.!?"] ?)(?:system|assistant|user|developer|admin|root|ai|bot|model) ?[:,>] '],
    [
      4,
      "\\b(?:delete|erase|wipe|drop|dump|export|reveal|leak|exfiltrate|forward|email|send|print|output|reply with|publish) (?:me |us |out |all |the |your |every |everyone's |this |entire |any )*(?:memor(?:y|ies)|passwords?|data(?:base)?|secrets?|keys?|tokens?|tables?|accounts?|users?|addresses|sources? to|notes? of (?:other|every)|system prompt|prompt)\\b",
    ],
    [
      3.5,
      "\\b(?:from now on|in every episode|every reader|all readers|each episode|at the end of every)\\b[^.!?]{0,80}\\b(?:click|visit|link|password|image|download|enter|pay|subscribe|buy|insert|append|embed)\\b",
    ],
    [
      3,
      "\\b(?:click (?:here|on|the link|this)|visit (?:this|our|the) (?:site|page|link)|add this (?:image|link|picture)|embed (?:this|the)|enter (?:their|your) password|buy now|free (?:money|crypto)|earn \\$)\\b",
    ],
    [
      3,
      "\\b(?:can't|cannot|can not|could not|couldn't|unable to|won't let me|doesn't let me|not able to|trouble|how (?:do|can) i) (?:log|sign)(?:ging|ing)?[ -]?(?:in|out|on|up)\\b",
    ],
    [
      3,
      "\\b(?:does nothing|doesn't (?:work|load|open|play)|does not (?:work|load|open|play)|won't (?:load|open|play|start)|not (?:working|loading)|crash(?:es|ed)|freezes|broken (?:link|button|page|image)|blank (?:page|screen)|404|error message|bug(?:gy)?|reset my password|forgot my password|unsubscribe|my account|my (?:browser|phone|laptop|screen|tablet)|the app|the website|this website|dark mode|font(?: size)?|the button)\\b",
    ],
    [
      3,
      "\\b(?:book (?:me|us|a)|order (?:me|us)|call me|ring me|remind me to|vacancy|lost and found|who do i contact|contact (?:me|hr)|happy birthday|merry christmas|happy (?:new year|easter))\\b",
    ],
    [
      2.5,
      "\\b(?:thank you|thanks|thx|cheers|well done|great (?:job|work|stuff|series)|good (?:job|work)|nice work|brilliant|fantastic|awesome|amazing|wonderful|excellent|perfect|love (?:it|this|the series|these|reading)|best thing|congrat\\w*|keep up|kudos|bravo|big fan|made my day|as always|really (?:enjoy|enjoyed|like|liked)|enjoying)\\b",
    ],
    [
      2.5,
      "\\b(?:garbage|rubbish|crap|shit\\w*|stupid|idiots?|morons?|sucks?|fuck\\w*|useless|waste of (?:time|space|paper)|hate (?:it|this|you)|awful|terrible|pathetic|worst)\\b",
    ],
    [3, "\\b(?:asdf\\w*|qwert\\w*|lorem ipsum|test test|testing|just a test|blah|foo bar|xxx+|aaa+)\\b"],
    [
      1,
      "\\b(?:podcast|audio|video|pdf|print(?:ed|er|able)|translat(?:e|ion|ed)|pictures?|images?|photos?|charts?|dark mode|mobile)\\b",
    ],
  ),
];
