import { type Cue, cues } from "../cue.ts";
import type { Lexicon } from "../lexicon.ts";
import { pair } from "../pair.ts";
import { GERMAN_ROUNDABOUT_CUES } from "./german-roundabout-cues.ts";

const DAY = "(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|wochenende|werktag)s?";
const WH =
  "(?:was|wer|wen|wem|wessen|wann|wo|woher|wohin|warum|weshalb|wieso|wie|welche[rsnm]?|wie ?viele?|ab wie|womit|wofür|worüber|ob)";

const GERMAN_CUES: readonly Cue[] = [
  ...cues(
    "MORE_OF",
    [
      3,
      "(?<!(?:nicht|nichts|kein|keine) )\\b(?:mehr|ausführlicher|genaueres|näheres|weiteres|tiefer|vertieft|häufiger) _(?:zu|zum|zur|über|von|vom|rund um|auf|in) …",
    ],
    [
      2,
      "(?<!(?:nicht|nichts|kein|keine|nie) )\\bmehr (?!wörtliche|zitate|o-töne|lesen|zeit|als|text|seiten)…",
    ],
    [
      2.5,
      "\\b(?:warum|wieso|weshalb) _(?:nie|nichts|kaum|so wenig|nicht) _(?:etwas |was |mehr )?(?:über|zu|zum|zur|von|vom) …",
    ],
    [
      2.5,
      "\\b(?:viel )?zu (?:wenig|kurz gekommen|selten) _(?:über|zu|zum|zur|von|vom) …|\\bkommen? (?:viel )?zu (?:kurz|selten)",
    ],
    [
      2,
      "\\b(?:schreibt|berichtet|erzählt|bringt|behandelt|greift) _(?:mal |doch |bitte |auch |etwas |was )*(?:über|zu|zum|zur|von|vom) …",
    ],
    [
      2,
      "\\b(?:würde|hätte|wüsste|möchte|wünsche) _(?:gern|gerne|mir|lieber) _(?:etwas |mehr |was )?(?:über|zu|zum|zur|von|vom) …",
    ],
    [
      1.5,
      "\\b(?:wäre mir wichtig|interessiert (?:mich|uns)|fehlt (?:mir|uns)|vermisse|eigene folge|eine folge (?:zu|über)|wichtiger als|spannend)\\b",
    ],
    [2.5, "\\b(?:nicht|nie) (?:weglassen|streichen|aufhören)\\b"],
  ),
  ...cues(
    "LESS_OF",
    [3, "\\bkomm(?:t|en) [^.!?]{0,30}\\b(?:zu|so) (?:oft|häufig)\\b"],
    [3, "\\b(?:weniger|seltener|etwas weniger) _(?:zu|zum|zur|über|von|vom|aus) …"],
    [2.5, "\\bweniger (?!förmlich|formell|text|als|oft|fachjargon|fachchinesisch)…"],
    [3, "\\b(?:nicht|keine?n?) (?:noch )?mehr _(?:zu|zum|zur|über|von|vom) …"],
    [
      2.5,
      "\\b(?:zu viel|zu viele|viel zu viel|so viel|zu oft|zu häufig|ständig|dauernd|andauernd|jedes mal|jede woche|in jeder folge)\\b",
    ],
    [
      2.5,
      "\\b(?:schon wieder|wieder einmal|immer wieder|nicht schon wieder|es reicht|reicht es|reicht langsam|langsam reicht|genug (?:von|mit)|satt|langweilt|überdrüssig|wissen wir (?:jetzt|längst|schon)|kennen wir)\\b",
    ],
    [2, "\\bschon wieder …|\\bgenug (?:von|mit|über) …"],
  ),
  ...cues(
    "SKIP",
    [
      3,
      "\\b(?:weglassen|auslassen|rauslassen|herauslassen|streichen|überspringen|raushalten|ausklammern|verschont)\\b",
    ],
    [
      3,
      "\\b(?:lasst|lass|lassen sie|streicht|überspringt|spart) (?<topic>[^.!?]{2,80}?) ?(?:bitte )?(?:ganz |komplett )?(?:weg|aus|raus)?\\b",
    ],
    [3, "\\b(?:nichts|kein wort|gar nichts|nie) _(?:mehr )_(?:über|zu|zum|zur|von|vom) …"],
    [2.5, "\\b(?:hört|hör|hören sie) (?:bitte )?(?:endlich )?(?:auf|damit auf) _(?:mit|von) …"],
    [
      2,
      "\\b(?:ganz|komplett|völlig|überhaupt nicht|gar nicht) (?:weg|erwähnen|mehr erwähnen)\\b|\\bnicht (?:mehr )?(?:erwähnen|schreiben|berichten)\\b",
    ],
    [1.5, "^(?:bitte )?(?:kein|keine|keinen) (?!folgen|ausgaben)…"],
    [-4, "\\b(?:nicht|nie) (?:weglassen|streichen|auslassen)\\b"],
  ),
  ...cues(
    "SHORTER",
    [3, "\\b(?:kürzer|knapper|kürzere|knappere|kürzt|kürzen|kurz halten|kurz fassen|fasst euch kurz)\\b"],
    [3, "\\b(?:zu|viel zu|sehr|so|arg|etwas) lang(?:e|atmig)?\\b(?! her)|\\blangatmig"],
    [
      2,
      "\\b(?:(?:zwei|drei|fünf|eine|\\d+) (?:seiten?|minuten|absätze) reichen|keine zeit|nicht zu ende|halb so (?:lang|viel)|weniger text|auf den punkt)\\b",
    ],
  ),
  ...cues(
    "LONGER",
    [3, "\\b(?:länger|längere|ausführlicher|verlängert|umfangreicher)\\b(?! (?:als|über))"],
    [3, "\\b(?:zu|viel zu|sehr|so|etwas) kurz\\b(?! gekommen)"],
    [2, "\\b(?:doppelt so (?:lang|viel)|mehr text|mehr seiten|könnte mehr lesen)\\b"],
  ),
  ...cues(
    "MORE_QUOTATIONS",
    [
      3.5,
      "\\b(?:mehr|öfter|häufiger|lieber|längere|direkte|wörtliche) (?:\\p{L}+ )?(?:zitate|zitieren|o-töne|originaltöne|zitiert)\\b",
    ],
    [
      3,
      "\\b(?:zitiert|wörtlich(?:e[rsn]?)?|wortwörtlich|im original(?:ton)?|im wortlaut|mit eigenen worten|in (?:ihren|seinen) (?:eigenen )?worten|o-ton|selbst zu wort|zu wort kommen)\\b",
    ],
    [2, "\\bwer was gesagt hat|zitat"],
  ),
  ...cues(
    "START_FROM",
    [
      3,
      "\\b(?:beginnt|beginne|beginnen|fangt|fang|fangen|startet|starten|start|eröffnet|einsteigen|steigt) [^.!?]{0,60}\\b(?:mit|bei|an|ein)\\b",
    ],
    [3, "\\b(?:zuerst|als erstes|an den anfang|am anfang|nach vorn|ganz oben|vorneweg)\\b"],
  ),
  ...cues(
    "TONE",
    [
      3,
      "\\b(?:ton|tonfall|stil|sprache|wortwahl|fachjargon|fachchinesisch|fachbegriffe|fremdwörter|anglizismen|jargon|floskeln|denglisch|behördendeutsch|witze|ironie|humor)\\b",
    ],
    [
      3,
      "\\b(?:zu|so|sehr|weniger|mehr|etwas|bitte|ein bisschen|ruhig|klingt|nicht so) (?:förmlich|formell|steif|locker|lockerer|trocken|trockener|lebendig|lebendiger|sachlich|sachlicher|ernst|ernster|freundlich|freundlicher|persönlich|persönlicher|einfach|einfacher|verständlich|verständlicher|humorvoll|salopp|flapsig|belehrend|schulmeisterlich|gestelzt|werblich)\\b",
    ],
    [3, "\\b(?:duzt|siezt|duzen|siezen|per du|per sie)\\b"],
    [2.5, "\\b(?:klingt|liest sich|lest sich|hört sich an|wirkt) (?:wie|so|zu|etwas|ein bisschen)\\b"],
    [
      2,
      "\\b(?:lockerer|lebendiger|sachlicher|freundlicher|verständlicher|einfacher|leichter) (?:schreiben|formulieren|ausdrücken|geschrieben|sprache)?",
    ],
  ),
  ...cues(
    "SCHEDULE",
    [
      2.5,
      `\\b(?:kommt|kommen|erscheint|erscheinen) [^.!?]{0,40}(?:${DAY}|\\buhr|morgens|abends|früher|später|täglich|wöchentlich|woche|monat)`,
    ],
    [3, "\\b(?:verschick|versend|schick|sende|liefer|zustell|veröffentlich)\\p{L}*\\b"],
    [2.5, `\\b(?:am|jeden|nur|immer|ab|bis|erst|statt|nicht) (?:früh )?${DAY}\\b`],
    [
      3,
      "\\b(?:wöchentlich|täglich|monatlich|alle zwei wochen|zweimal|einmal) ?(?:pro|die|in der|im)? ?(?:woche|tag|monat)?\\b",
    ],
    [
      2.5,
      "\\b(?:gegen|um|vor|nach|ab|bis|erst um) (?:\\d{1,2}|sechs|sieben|acht|neun|zehn)(?:[:.]\\d{2})? ?(?:uhr)?\\b",
    ],
    [
      2.5,
      "\\b(?:früher am|später am|morgens|abends|vormittags|nachmittags|mittags|in den ferien|während der ferien|urlaub|pause|pausieren|feiertag)\\b",
    ],
    [2, "\\b(?:zu|weniger|nicht so|so) (?:oft|häufig)\\b"],
  ),
  ...cues(
    "CORRECT",
    [
      3,
      "\\b(?:falsch|fehler|fehlerhaft|stimmt (?:so )?nicht|stimmt nicht|nicht richtig|nicht korrekt|unrichtig|veraltet|überholt|korrigier\\p{L}*|berichtig\\p{L}*|irrtum|verwechselt|tippfehler)\\b",
    ],
    [
      3,
      "\\b(?:und |sondern )?nicht (?:\\d|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|im |am |der |die |das |erst |schon )",
    ],
    [2.5, "\\b(?:sondern|statt) \\d|, sondern\\b"],
    [
      2,
      "\\b(?:richtig ist|korrekt (?:ist|wäre)|es (?:sind|ist|heißt|waren|war)|heißt (?:jetzt|richtig)|seit (?:dem )?\\d|nicht mehr|inzwischen|mittlerweile|in wirklichkeit|tatsächlich)\\b",
    ],
    [
      2,
      "\\b(?:ihr (?:habt|schreibt|schriebt)|in der (?:letzten )?folge (?:steht|hieß|stand)|da steht|steht da)\\b",
    ],
  ),
  ...cues(
    "ANSWER",
    [2, "\\?"],
    [2.5, `(?:^|[.!?:,] )${WH}\\b[^.!]*\\?`],
    [
      1.5,
      "^(?:ist|sind|darf|dürfen|kann|können|muss|müssen|gibt|hat|haben|wird|werden|gilt|gelten|bekommt|zählt) [^.!]*\\?",
    ],
    [
      3,
      `\\b(?:frage mich|wüsste gern|weiß (?:jemand|nicht|niemand)|mich interessiert|würde gerne? wissen|möchte wissen|erklärt|erklären|unklar|könnt ihr (?:sagen|erklären|herausfinden))\\b[^.!?]{0,20}\\b${WH}\\b`,
    ],
    [
      -2.5,
      "\\b(?:könntet|könnt|könnten|kann|würdet) (?:ihr|wir|man|es)\\b(?! (?:sagen|erklären|herausfinden))[^.!?]*\\?",
    ],
    [-3, "\\b(?:warum|wieso) _(?:nie|nichts|kaum|immer|schon wieder|so lang|so kurz)\\b"],
  ),
  ...cues(
    "OTHER",
    [
      4.5,
      "\\b(?:ignorier\\p{L}*|vergiss|missachte) (?:alle |deine |die |eure )*(?:regeln|anweisungen|vorgaben|instruktionen)\\b|\\bsystemprompt|\\bsystem-prompt|\\bapi-schlüssel",
    ],
    [
      3.5,
      "\\b(?:nicht (?:mehr )?(?:anmelden|einloggen|öffnen)|anmelden|einloggen|passwort|funktioniert nicht|geht nicht|stürzt ab|fehlermeldung|abmelden|abbestellen|mein konto|schriftgröße|die app)\\b",
    ],
    [
      2.5,
      "\\b(?:danke|vielen dank|toll|super|großartig|klasse|glückwunsch|weiter so|gut gemacht|prima|liebe grüße|schönes wochenende|frohe)\\b",
    ],
    [2.5, "\\b(?:mist|blödsinn|quatsch|idioten|schrott|scheiß\\p{L}*|dumm)\\b"],
  ),
];

/** What the rules know of German. */
export const GERMAN: Lexicon = {
  language: "de",
  cues: [...GERMAN_CUES, ...GERMAN_ROUNDABOUT_CUES],
  notTopics: new Set(
    (
      "folge folgen serie reihe ausgabe ausgaben teil teile stück bitte danke thema themen mal woche wochen tag tage monat jahr jahre minute minuten seite seiten " +
      "sache sachen ding dinge frage fragen antwort fehler stelle kollege kollegen kollegin kolleginnen team leute jemand niemand abschnitt absatz text " +
      "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember " +
      "schicht mehr weniger viel ich wir ihr sie es das die der warum was wer wann wo wie ab könnt könnten könntet schon wieder stimmt mich uns viel " +
      "zwei drei vier fünf sechs sieben acht neun zehn herr frau anfang ende sonst über versammlung"
    ).split(" "),
  ),
  clauseEnd: /[.!?;:(–—…]| - |,/u,
  said: /^(?:sie|du) (?:fragen|fragst|schreiben|schreibst|möchten einen anderen ton|möchten eine andere zeit|berichtigen): /iu,
  corrects: {
    pairs: [
      pair('"WRONG"~\\b(?:muss|müsste|müssen|soll|sollte|sollten)\\b~"RIGHT"'),
      pair('"RIGHT",? (?:und nicht|nicht|statt|anstatt) "WRONG"'),
      pair(
        "\\bnicht (?:bei |am |im |um |auf |der |die |das |den |dem )?WRONG[,;] (?:sondern|es war|es ist|es waren|es sind|das war|das ist) RIGHT",
      ),
      pair("RIGHT,? (?:und nicht|nicht|statt|anstatt|und keine?n?) (?:bei |am |im |um |auf )?WRONG"),
    ],
    opening:
      /^(?:nein|falsch|stimmt (?:so )?nicht(?: mehr)?|das (?:ist|stimmt) (?:so )?(?:falsch|nicht)(?: mehr)?|da ist ein fehler)[\s,.:;!–-]+/iu,
    before: /^.*\b(?:ist|sind|war|waren|heißt|beträgt|kostet|dauert|hat|haben|am|um|ab|bei)\s+/iu,
  },
  say: {
    moreOf: (topic) => `Sie möchten mehr über ${topic} lesen.`,
    lessOf: (topic) => `Sie möchten weniger über ${topic} lesen.`,
    skip: (topic) => `Sie möchten nichts mehr über ${topic} lesen.`,
    shorter: "Sie möchten kürzere Folgen.",
    longer: "Sie möchten längere Folgen.",
    quotations: "Sie möchten mehr wörtliche Zitate.",
    startFrom: (title) => `Sie möchten, dass eine Folge mit „${title}“ beginnt.`,
    ask: (question) => `Sie fragen: ${question}`,
    correct: (right, wrong) =>
      wrong === null
        ? `Sie berichtigen: ${right}`
        : `Sie sagen, dass „${wrong}“ falsch ist, richtig ist „${right}“.`,
    tone: (wish) => `Sie möchten einen anderen Ton: ${wish}`,
    schedule: (wish) => `Sie möchten eine andere Zeit: ${wish}`,
    other: (words) => `Sie schreiben: ${words}`,
    nothing: "Sie haben eine Notiz ohne lesbare Wörter geschickt.",
    and: "und",
  },
};
