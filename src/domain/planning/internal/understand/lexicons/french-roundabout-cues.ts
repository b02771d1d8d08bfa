import { type Cue, cues } from "../cue.ts";

/** The same wishes said round about in French: by what is seldom or always there, by idioms, by rhetorical questions. */
export const FRENCH_ROUNDABOUT_CUES: readonly Cue[] = [
  ...cues(
    "MORE_OF",
    [
      3.5,
      "^(?<topic>[^.!?,]{2,60}?) (?:mériterait?|méritent|mérite|mériteraient|gagnerait|vaut|vaudrait) (?:bien |vraiment |largement )?(?:qu'on|d'être|plus|mieux|davantage|un|une|le|la)\\b",
    ],
    [
      3,
      "^(?<topic>[^.!?,]{2,60}?) (?:n'est|ne sont|n'a|n'ont|est|sont) (?:presque |quasiment |pratiquement |trop |si )*(?:jamais|guère|pas assez|peu|trop peu|rarement|à peine|été (?:jamais|guère|à peine|peu)) (?:été |assez |bien )?(?:évoqu|abord|trait|mentionn|cit|développ|couvert|expliqu|parl)\\p{L}*",
    ],
    [
      3,
      "\\b(?:apprendre|découvrir|lire|entendre|savoir) (?:un peu |bien |beaucoup )?(?:plus|davantage)(?: long)? (?:sur|à propos d[e']|au sujet d[ue]s?) ?…",
    ],
    [
      3,
      "\\b(?:on n'entend|on ne parle|vous ne parlez|vous n'évoquez|on ne lit) (?:presque |quasiment )?(?:jamais|guère|pas assez|rien)(?: parler)? (?:de la|de l'|du|des|de|d'|sur) ?…",
    ],
    [
      3,
      "\\b(?:s'y attarder?|s'attarder|attardez-vous|creus(?:er|ez)|approfondir|approfondissez|insist(?:er|ez) sur|développez|étoffez|racontez-nous|dites-nous-en|dites-en|parlez-nous|ne (?:coupez|supprimez|laissez) pas|où (?:est|sont) passée?s?|il (?:me|nous) manque|quid d[eu]s?)\\b ?…?",
    ],
    [
      -3,
      "\\b(?:parl\\p{L}*|entend\\p{L}*|lit|voit) plus que\\b|\\bque (?:de )?ça\\b|\\bpas un mot (?:sur|de)\\b",
    ],
  ),
  ...cues(
    "LESS_OF",
    [
      4,
      "^(?:et )?encore (?:et toujours )?(?:l'|la |le |les |un |une |du |des )?(?<topic>[^.!?]{2,60}?) ?(?:!|\\?|\\.\\.\\.|$)",
    ],
    [
      3,
      "^(?<topic>[^.!?,]{2,60}?),? (?:occupe|occupent|prend|prennent|revient|reviennent|tient|est|sont) (?:bien |beaucoup |vraiment |décidément )*(?:trop|sans cesse|tout le temps|toujours|à chaque|partout|omniprésent\\p{L}*)\\b",
    ],
    [
      3.5,
      "\\b(?:on (?:nous )?rebat les oreilles|rebat\\p{L}* les oreilles|n'entend (?:parler )?plus que|ne parle\\p{L}* (?:plus )?que|rien que|on connaît|on (?:le )?sait déjà|par cœur) ?(?:avec |de |du |des |d')?…",
    ],
    [
      3,
      "\\b(?:on tourne en rond|passez à autre chose|passons à autre chose|parlez d'autre chose|changez de (?:sujet|disque)|chang(?:er|eons) de (?:sujet|disque)|ras[- ]le[- ]bol|j'en ai (?:assez|marre|plein)|on en a (?:assez|marre|plein)|ça (?:lasse|fatigue|ennuie)|toujours (?:la même chose|pareil)|rabâch\\p{L}*|que ça|ça commence à bien faire|n'en peux plus|lasse|lassé\\p{L}*|fatigué\\p{L}* d[eu'])\\b",
    ],
    [
      3,
      "\\b(?:levez le pied|mettez la pédale douce|allez-y doucement|moins souvent|moins de place|moins d'importance|ralentir|calmez-vous) (?:sur|avec|à|au|aux|pour) ?…",
    ],
  ),
  ...cues(
    "SKIP",
    [
      4,
      "^(?:s'il (?:vous|te) plaît,? )?(?:surtout,? )?rien (?:de plus |du tout |d'autre )?(?:sur|à propos d[eu']s?|au sujet d[eu']s?|concernant) ?(?![^]*(?:\\?|\\b(?:dommage|pourquoi|étonnant|bizarre|manque)\\b))(?![^.!?:;]*\\b(?:encore|toujours|depuis|jusqu'ici)\\b)…",
    ],
    [
      4,
      "\\b(?:pas|plus) (?:un|une|le moindre|la moindre) (?:seul |seule )?(?:mot|ligne|phrase|allusion|mention) (?:sur|d[eu]s?|d'|à|au|aux|concernant) ?…",
    ],
    [
      3.5,
      "\\b(?:n'a|n'ont) rien à (?:faire|voir) (?:ici|là|dans)|\\bne regarde (?:personne|que)|\\b(?:passez|passer) sous silence ?…?|\\b(?:faites l'impasse|ne dites rien|ne publiez rien|n'écrivez (?:plus )?rien|gardez le silence|taisez) (?:sur )?…|\\b(?:enquête|procédure|instruction) (?:est )?en cours\\b",
    ],
  ),
  ...cues("SHORTER", [
    3,
    "\\b(?:interminables?|n'en finit|n'en finissent|décroche|trop de (?:texte|mots|pages)|condens\\p{L}*|résum\\p{L}*|allez à l'essentiel|à l'essentiel|réduis\\p{L}*|moitié moins|deux fois moins|jusqu'au bout|avant la fin|plus ramassé\\p{L}*|synthétiques?)\\b",
  ]),
  ...cues("LONGER", [
    3,
    "\\b(?:trop vite (?:fini|terminé|lu)\\p{L}*|ne (?:raccourcissez|coupez|réduisez) (?:pas|plus)|sur (?:ma|notre) faim|deux fois plus|plus de (?:texte|pages|matière|contenu|place)|prenez (?:le|votre) temps|étoff\\p{L}*|doubl\\p{L}*)\\b",
  ]),
  ...cues("MORE_QUOTATIONS", [
    3.5,
    "\\b(?:entre guillemets|guillemets|laissez parler|donnez la parole|la parole aux|propos exacts|au mot près|tel(?:le)?s? quel(?:le)?s?|ce qu'(?:ils|elles|il|elle|on) (?:a|ont) (?:vraiment|réellement|exactement) dit)\\b",
  ]),
  ...cues(
    "ANSWER",
    [
      3,
      "(?:^|[.!?:,] ?)(?:et |mais |alors )?(?:à|de|par|pour|avec|sur|dans|en|depuis|jusqu'à|chez|contre|sous) (?:qui|quoi|quand|quel(?:le)?s?|où|combien|laquelle|lequel)\\b[^.!]*\\?",
    ],
    [
      3,
      "(?:^|[.!?:,] ?)(?:que (?:dit|disent|prévoit|faire|fait|se passe|devient|risque)|qu'en est-il|faut-il|peut-on|doit-on|a-t-on|est-ce|y a-t-il|puis-je|dois-je|ai-je|sommes-nous|\\p{L}+-(?:t-)?(?:il|elle|on|ils|elles|je|nous|vous))\\b[^.!]*\\?",
    ],
    [-3, "^(?:et )?encore [^.!?]{2,40}[!?]"],
  ),
  ...cues(
    "CORRECT",
    [
      2.5,
      "\\b(?:vous (?:dites|écrivez|annoncez|parlez de|avez (?:mis|noté|inversé))|votre (?:chiffre|date|texte)|le contraire|au contraire|inversé\\p{L}*|intervert\\p{L}*|coquille|contrairement à|rectification|précision)\\b",
    ],
    [
      4,
      '[„“”"«»][^„“”"«»]{1,200}[„“”"«»] _(?:devrait|devraient|doit|doivent|devait|aurait dû)\\b[^„“”"«».!?]{0,40}[„“”"«»]',
    ],
    [
      3,
      "\\b(?:n'est|n'était|n'étaient|ne sont|n'a été) pas (?:en|à|au|aux|le|la|les|l'|un|une|\\d|m\\.|mme|monsieur|madame|chez|dans)\\b ?[^.!?,;]{1,80},? (?:mais|c'est|c'était|ce sont|c'étaient) ",
    ],
  ),
  ...cues("TONE", [
    3,
    "\\b(?:plus (?:doux|douce|humain|respectueux|mesuré|posé|naturel|nuancé|accessible)\\p{L}*|moins (?:condescendant|moralisateur|agressif|pompeux|solennel)\\p{L}*|condescendan\\p{L}*|superlatifs?|mots (?:simples|compliqués|savants)|phrases (?:courtes|longues|simples)|langue de bois|communiqué de presse|publicitaires?|moralisateur\\p{L}*)\\b",
  ]),
];
