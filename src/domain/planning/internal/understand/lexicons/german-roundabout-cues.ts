import { type Cue, cues } from "../cue.ts";

/** The same wishes said round about in German: by what is seldom or always there, by idioms, by rhetorical questions. */
export const GERMAN_ROUNDABOUT_CUES: readonly Cue[] = [
  ...cues(
    "MORE_OF",
    [
      4,
      "\\b(?:die|den|das|der|dem|auf|über|zu|zum|zur) (?<topic>(?![^.!?,]*(?:nicht|nichts|nie|kein|keine) )[^.!?,]{2,60}?) (?:ausführlicher|genauer|näher|eingehender|gründlicher|intensiver|tiefer|öfter|häufiger|stärker|mehr|detaillierter|ausführlich|genau) (?:behandel|beleucht|betracht|beschreib|darstell|eingeh|besprech|erklär|thematisier|aufgreif|vorstell|würdig|bericht|schreib|berücksichtig|erwähn|erzähl|vorkomm)\\p{L}*",
    ],
    [
      3,
      "\\b(?:vermisse(?:n)?|vermissen wir|(?:mir|uns|es) (?:fehlt|fehlen)|(?:fehlt|fehlen) (?:mir|uns|noch)|wo (?:bleibt|bleiben|ist|sind)|was (?:wurde aus|macht|machen|ist aus)|neues (?:von|vom|zu|zum|zur)) (?:ich |wir )?…",
    ],
    [
      3,
      "^(?<topic>[^.!?,]{2,60}?) (?:kommt|kommen|wird|werden|ist|sind) (?:bei euch |hier |bisher |leider |immer )*(?:kaum|selten|nie|fast nie|viel zu selten|zu kurz|viel zu kurz|nur am rande|nirgends|nicht oft genug|zu wenig)\\b",
    ],
    [
      3,
      "\\b(?:würde|möchte|will|wollen|würden) _(?:gerne?|mal wieder|wieder|unbedingt|endlich) _(?:etwas|was|mehr|öfter|einmal)\\b|\\b(?:bleibt (?:da )?dran|weiter davon|davon mehr|mehr davon|gerne? mehr|bitte mehr|geht (?:da )?tiefer|geht näher|führt das aus|baut das aus)\\b",
    ],
    [
      3,
      "^(?:von|vom|über|zu|zum|zur) …(?<=\\b(?:würde|möchte|will|gern|gerne|liest man|lese ich|hört man|höre ich)\\b[^.!?]*\\b(?:wieder|mehr|etwas|öfter|kaum|nie|zu wenig|selten)\\b[^.!?]*)",
    ],
    [
      2.5,
      "\\b(?:verdient|verdienen|verdiente|braucht|bräuchte|gehört) (?:viel |eindeutig |wirklich |auch |endlich )*(?:mehr|eine eigene|einen eigenen|eine ganze|größere|breiteren|ausführlich)\\b",
    ],
    [
      2.5,
      "\\b(?:so wenig|viel zu wenig|kaum etwas|fast nichts|nur einen satz|nur ein satz|nur zwei sätze) (?:über|zu|zum|zur|von|vom) …|\\bbitte nicht (?:weglassen|kürzen|streichen)\\b",
    ],
    [-4, "\\b(?:kein(?:e|en)?|nicht ein) (?:einzige[sn]? )?(?:wort|silbe|zeile|satz) mehr\\b"],
  ),
  ...cues(
    "LESS_OF",
    [
      3.5,
      "\\b(?:zum|jetzt zum|schon zum|das) (?:dritten|vierten|fünften|sechsten|siebten|zehnten|hundertsten|x-ten|xten|\\d+\\.) mal\\b",
    ],
    [
      3.5,
      "\\b(?:geht (?:das|es|da) (?:auch )?|bitte |etwas |deutlich |viel |lieber |gern )(?:seltener|weniger|sparsamer)\\b",
    ],
    [
      3,
      "\\b(?:hängt (?:mir|uns) zum hals|nimmt (?:\\p{L}+ )?überhand|nehmen (?:\\p{L}+ )?überhand|nicht mehr (?:hören|sehen|lesen)|reitet [^.!?]{0,30}herum|herumgeritten|breitgetreten|breit getreten|totgeritten|ausgelutscht|abgedroschen|ausgereizt|durchgekaut|alte leier|anderes thema|themenwechsel|andere themen|genervt|nervt|ermüdend|leid|dreht sich alles um|dreht sich (?:nur|immer)|alle naselang|alle naslang|immerzu|unentwegt|pausenlos)\\b",
    ],
    [
      3,
      "^(?<topic>[^.!?,]{2,60}?) (?:nimmt|nehmen|hat|haben|bekommt|bekommen|kriegt) (?:\\p{L}+ )?(?:zu viel|so viel|zu breiten|viel zu viel|überhand|langsam überhand)\\b",
    ],
    [
      3.5,
      "\\bmuss (?:denn |das |wirklich |es |eigentlich )*(?:in jeder folge|jedes mal|immer|ständig|jede woche|schon wieder) ?…?",
    ],
    [
      2.5,
      "^(?:schon wieder|wieder) …|^(?<topic>[^.!?,]{2,60}?),? schon wieder\\b|\\bund noch (?:ein|eine|einen) …",
    ],
  ),
  ...cues(
    "SKIP",
    [
      4,
      "(?:^|[.!?:;,] )(?:und |aber )?(?:(?:bitte,? )(?:gar |überhaupt )?nichts (?:mehr |weiter |weiteres )?(?:über|zu (?=de[nmr]\\b|diese|unsere|eure|meine)|zum|zur|vom|von|betreffend) …|(?:gar |überhaupt )?nichts (?:mehr |weiter |weiteres )?(?:über|zu (?=de[nmr]\\b|diese|unsere|eure|meine)|zum|zur|vom|von|betreffend) (?<topic>[^.!?]{2,160}?),? bitte\\b)",
    ],
    [
      4,
      "^(?:gar |überhaupt )?nichts (?:mehr |weiter |weiteres )?(?:über|zu (?=de[nmr]\\b|diese|unsere|eure|meine)|zum|zur|betreffend) (?![^]*(?:\\?|\\b(?:leider|schade|warum|komisch|seltsam|vermiss\\p{L}*|fehlt|wichtig)\\b))(?![^.!?:;]*\\b(?:wieder|noch|bisher|steht|stand|gelesen|gehört|diesmal|seit)\\b)…",
    ],
    [
      4.5,
      "\\b(?:kein(?:e|en)?|nicht ein|nicht eine) (?:einzige[sn]? )?(?:wort|silbe|zeile|satz|ton)(?: mehr)?(?: bitte)? (?:über|zu|zum|zur|von|vom) …",
    ],
    [
      4.5,
      "^(?:über|zu|zum|zur|von|vom) (?<topic>[^.!?,]{2,80}?) (?:bitte )?(?:kein(?:e|en)? (?:einzige[sn]? )?(?:wort|silbe|zeile|satz)|gar nichts|nichts mehr|nicht mehr|nichts)\\b",
    ],
    [
      4,
      "\\b(?:hat|haben) (?:hier|da|in der folge|in den folgen|bei uns) nichts (?:verloren|zu suchen)\\b|\\bgehör(?:t|en) (?:hier )?nicht (?:hierher|in die|hier rein|hinein)|\\bgeht (?:niemanden|keinen) etwas an\\b|\\b(?:außen vor|unerwähnt|draußen) (?:bleiben|lassen)\\b",
    ],
    [
      3,
      "\\b(?:lasst|lass|lassen sie) (?<topic>[^.!?]{2,60}?) (?:in ruhe|aus dem spiel|beiseite|außen vor|unerwähnt|draußen)\\b|\\b(?:verzichtet|schweigt|sagt nichts|schreibt nichts) (?:auf|über|zu|zum|zur|von) …",
    ],
    [-3, "\\b(?:zu wort|originalton|o-ton|selbst reden|selbst sprechen)\\b"],
  ),
  ...cues("SHORTER", [
    3,
    "\\b(?:rafft|raffen|strafft|straffen|gestrafft|geraffter|eindampfen|dampft|komprimier\\p{L}*|zusammenfass\\p{L}*|weitschweifig|ausufernd|ewig lang|zieht sich|in der kürze|kürzungen?|einkürzen|halbier\\p{L}*|die hälfte (?:reicht|genügt|würde))\\b|\\b(?:nie|nicht|kaum) bis zum (?:schluss|ende)\\b",
  ]),
  ...cues(
    "LONGER",
    [
      3,
      "\\b(?:nicht (?:weiter |mehr )?(?:kürzen|einkürzen)|mehr (?:tiefe|platz|raum|umfang|inhalt|stoff|substanz)|zu knapp|zu dünn|zu schnell (?:vorbei|zu ende|aus)|nehmt euch (?:mehr )?(?:zeit|platz)|verdoppel\\p{L}*|doppelte (?:länge|umfang))\\b",
    ],
    [-2, "\\bausführlicher (?:behandel|beleucht|eingeh|darstell|bericht|besprech|erklär)"],
  ),
  ...cues("MORE_QUOTATIONS", [
    4.5,
    "\\b(?:zu wort kommen|zu wort|originalton|original-ton|o-töne|gänsefüßchen|anführungszeichen|wörtlicher rede|wörtliche rede|selbst (?:reden|sprechen)|im originalwortlaut|unverfälscht)\\b",
  ]),
  ...cues(
    "ANSWER",
    [
      2.5,
      "(?:^|[.!?:,] )(?:wer|wen|wem|was|wo|wann|wie|warum|wieso|weshalb|darf|dürfen|muss|müssen|gilt|kann|hat|ist|sind|unter welch\\p{L}*|auf welch\\p{L}*|in welch\\p{L}*|seit wann|bis wann|für wen|an wen|mit wem|zu welch\\p{L}*|nach welch\\p{L}*) [^.!]*\\?",
    ],
    [
      -4,
      "\\b(?:geht (?:das|es) auch|muss (?:denn|das|es|man)|schon wieder|müsst ihr|wo (?:bleibt|bleiben)) ?[^.!?]*\\?",
    ],
  ),
  ...cues(
    "CORRECT",
    [
      3,
      "\\b(?:ihr (?:schreibt|schriebt|habt geschrieben|sagt|sagtet|behauptet|nennt)|euer (?:text|wert)|eure (?:zahl|angabe|behauptung)|das gegenteil|im gegenteil|umgekehrt|zahlendreher|vertauscht|verdreht|verwechsel\\p{L}*|nie(?:mals)? (?:gesagt|beschlossen)|richtigstell\\p{L}*|genau genommen|laut (?:protokoll|satzung|plan))\\b",
    ],
    [
      4,
      '[„“”"«»][^„“”"«»]{1,200}[„“”"«»] _(?:muss|müsste|müssen|soll|sollte|sollten)\\b[^„“”"«».!?]{0,40}[„“”"«»]',
    ],
  ),
  ...cues("TONE", [
    3,
    "\\b(?:sanfter|behutsamer|respektvoller|einfühlsamer|nüchterner|milder|höflicher|natürlicher|frischer|knackiger|schachtelsätze|fremdworte?|superlative|werbesprache|pressemitteilung|von oben herab|belehr\\p{L}*|einfache worte|einfachen worten|amtsdeutsch|gendern)\\b",
  ]),
];
