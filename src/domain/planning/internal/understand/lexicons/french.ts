import { type Cue, cues } from "../cue.ts";
import type { Lexicon } from "../lexicon.ts";
import { pair } from "../pair.ts";
import { FRENCH_ROUNDABOUT_CUES } from "./french-roundabout-cues.ts";

const DAY = "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|week-end)s?";
const WH = "(?:qui|que|quoi|quand|où|pourquoi|comment|combien|quel(?:le)?s?|lequel|est-ce qu[e']|qu'est-ce)";
const OF = "(?:sur|à propos d[e']|au sujet d[e']|concernant|d[eu']s?|du|des)";

const FRENCH_CUES: readonly Cue[] = [
  ...cues(
    "MORE_OF",
    [
      3,
      `(?<!(?:ne|n'|pas|non) (?:[^\\s.!?]+ ){0,3})\\b(?:plus(?! (?:un mot|rien|jamais))|davantage|encore|un peu plus|plus souvent|plus en détail) _${OF} ?…`,
    ],
    [
      2.5,
      `\\b(?:parl|trait|abord|approfondi|développ|évoqu)\\p{L}* _(?:plus |davantage |mieux |un peu plus |aussi )+${OF}? ?…`,
    ],
    [2.5, `\\b(?:trop peu|pas assez|rien|si peu|jamais rien) ${OF} ?…`],
    [
      2,
      "\\b(?:un épisode entier|un épisode sur|manque|mériterait?|mérite|intéresse|revenez sur|revenir sur|continuez)\\b ?…?",
    ],
  ),
  ...cues(
    "LESS_OF",
    [3, `\\b(?:moins|un peu moins) (?:souvent )?${OF} ?…`],
    [2.5, "\\bmoins d[e'] ?(?!jargon)…"],
    [2.5, `\\b(?:trop|beaucoup trop|tant|autant)(?: souvent)? (?:question |parlé )?${OF} ?…`],
    [
      2,
      "\\b(?:encore une fois|on a compris|ça suffit|assez (?:de|entendu)|marre|lassant|à chaque (?:fois|épisode)|dans chaque épisode|on (?:le )?sait)\\b",
    ],
    [2.5, "\\b(?:encore|toujours) (?:les?|la|l'|du|des) …"],
  ),
  ...cues(
    "SKIP",
    [3.5, `\\bne (?:parl|mentionn|évoqu|trait)\\p{L}* plus(?: (?:du tout|jamais))? ?(?:${OF})? ?…`],
    [3, `\\b(?:plus (?:rien|un mot|une ligne)|rien|pas un mot) ${OF} ?…`],
    [
      3,
      "\\b(?:laissez (?:tomber|de côté)|supprimez|enlevez|évitez|oubliez|sautez|retirez|arrêtez (?:avec|de parler)|cessez de parler) (?:de |du |des |d'|avec )?…",
    ],
    [2, "\\b(?:plus du tout|pas du tout|plus jamais)\\b"],
  ),
  ...cues(
    "SHORTER",
    [3, "\\b(?:plus (?:court|bref|concis)e?s?|raccourci\\p{L}*|abrég\\p{L}*|écourt\\p{L}*)\\b"],
    [3, "\\b(?:trop|très|bien|un peu) longs?(?:ues?)?\\b|\\btrop longue?s?\\b"],
    [2, "\\b(?:pas le temps|deux pages suffisent|moins de texte|faites court|soyez brefs?)\\b"],
  ),
  ...cues(
    "LONGER",
    [
      3,
      "\\b(?:plus longs?(?:ues?)?|plus longues?|plus détaillés?|rallong\\p{L}*|allong\\p{L}*|prolong\\p{L}*)\\b",
    ],
    [3, "\\b(?:trop|très|bien|un peu) courte?s?\\b"],
  ),
  ...cues(
    "MORE_QUOTATIONS",
    [
      3.5,
      "\\b(?:plus de|davantage de|quelques) (?:vraies )?citations\\b|\\bcitez\\b|\\bciter (?:plus|davantage|les)\\b",
    ],
    [
      3,
      "\\b(?:mot à mot|mot pour mot|propres mots|textuel\\p{L}*|verbatim|leurs mots|paroles exactes|citations?)\\b",
    ],
  ),
  ...cues(
    "START_FROM",
    [3, "\\b(?:commenc|début|ouvr|démarr)\\p{L}* [^.!?]{0,30}\\b(?:par|avec)\\b"],
    [3, "\\b(?:en premier|d'abord|au début|en tête|en ouverture)\\b"],
  ),
  ...cues(
    "TONE",
    [
      3,
      "\\b(?:ton|style|jargon|registre|langage|vocabulaire|tutoy\\p{L}*|vouvoy\\p{L}*|humour|blagues?|ironie|anglicismes)\\b",
    ],
    [
      3,
      "\\b(?:trop|moins|plus|un peu|très|si) (?:plus |moins |trop )?(?:scolaire|formel|guindé|vivant|sérieux|simple|clair|familier|sec|chaleureux|léger|technique|froid|direct|drôle|sobre|neutre|pompeux|administratif)(?:le|s|e|se|les|es)?\\b",
    ],
  ),
  ...cues(
    "SCHEDULE",
    [3, "\\b(?:envo(?:yer|yez|i)|publi\\p{L}*|livr(?:er|ez|aison)|recevoir|arriv\\p{L}*|paraî\\p{L}*)\\b"],
    [2.5, `\\b(?:le|les|chaque|plutôt le|avant|après|pas le|dès) ${DAY}\\b`],
    [
      3,
      "\\b(?:hebdomadaire|quotidien(?:ne)?|mensuel(?:le)?|par semaine|par jour|par mois|une fois|deux fois|tous les jours|toutes les semaines)\\b",
    ],
    [
      2,
      "\\b(?:le matin|le soir|l'après-midi|plus tôt|plus tard|à \\d{1,2} ?h|pendant les vacances|trop souvent|moins souvent|en août)\\b",
    ],
  ),
  ...cues(
    "CORRECT",
    [
      3,
      "\\b(?:faux|fausse|erreur|erroné\\p{L}*|inexact\\p{L}*|incorrect\\p{L}*|pas (?:vrai|exact|correct|juste)|corrig\\p{L}*|rectifi\\p{L}*|périmé\\p{L}*|se trompe|vous vous trompez|confond\\p{L}*)\\b",
    ],
    [3, "(?:,| et) (?:pas|non)(?: pas)?(?: de| le| la| en| à| un| au)? ?(?:\\d|\\p{L})"],
    [
      2,
      "\\b(?:c'est|ce n'est (?:pas|plus)|ce sont|il s'agit de|en réalité|en fait|depuis (?:le )?\\d|n'est plus|au lieu de|s'appelle)\\b",
    ],
    [2, "\\b(?:vous (?:avez (?:écrit|dit)|écrivez|dites)|l'épisode (?:dit|disait|d'hier))\\b"],
  ),
  ...cues(
    "ANSWER",
    [2, "\\?"],
    [2.5, `(?:^|[.!?:,] ?)(?:[^\\s.!?]+ ){0,2}?${WH}[^.!]*\\?`],
    [
      3,
      "\\b(?:je me demande|j'aimerais savoir|je voudrais savoir|on ne sait pas|personne ne sait|savez-vous|expliquez|pouvez-vous (?:dire|expliquer)) (?:si|ce|comment|pourquoi|quand|qui|où|quel|combien)",
    ],
    [1.5, "^(?:a-t-on|peut-on|doit-on|faut-il|y a-t-il|est-il|est-ce)\\b"],
    [
      -3,
      "\\b(?:pourrait-on|on pourrait|pourriez-vous|pouvez-vous|peut-on avoir|serait-il possible|plutôt le)\\b(?! (?:dire|expliquer))[^.!?]*\\?",
    ],
    [-3, "\\bpourquoi _(?:jamais|toujours|rien|encore)\\b"],
  ),
  ...cues(
    "OTHER",
    [
      4.5,
      "\\b(?:ignor|oubli)\\p{L}* (?:toutes |tes |vos |les )*(?:règles|consignes|instructions)\\b|\\binvite système|\\bclé api",
    ],
    [
      3.5,
      "\\b(?:me connecter|connexion|mot de passe oublié|ne (?:marche|fonctionne) pas|bug|plante|désabonner|mon compte|le bouton|l'application)\\b",
    ],
    [
      2.5,
      "\\b(?:bravo|félicitations|super|génial|excellent|continuez comme ça|j'adore|beau travail|merci (?:pour|beaucoup|à))\\b",
    ],
    [2.5, "\\b(?:nul|idiots?|stupide|merde|pourri)\\b"],
  ),
];

/** What the rules know of French. */
export const FRENCH: Lexicon = {
  language: "fr",
  cues: [...FRENCH_CUES, ...FRENCH_ROUNDABOUT_CUES],
  notTopics: new Set(
    (
      "épisode épisodes série partie parties merci plaît svp sujet sujets thème chose choses semaine semaines jour jours mois an ans minute minutes page pages " +
      "question questions réponse erreur passage gens personne collègue collègues équipe lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars " +
      "avril mai juin juillet août septembre octobre novembre décembre plus moins encore davantage peu beaucoup trop parler parlez parle aimerais voudrais " +
      "pourrait savoir longtemps compris décidé décidée droit faire fait s'il reste deux trois quatre cinq une fois avoir souvent euros texte détail est était étaient"
    ).split(" "),
  ),
  clauseEnd: /[.!?;:(–—…]| - |,/u,
  said: /^vous (?:demandez|écrivez|corrigez|souhaitez un autre ton|souhaitez un autre moment) ?: /iu,
  corrects: {
    pairs: [
      pair('"WRONG"~\\b(?:devrait|devraient|doit|doivent|devait|aurait dû|il faut|faut)\\b~"RIGHT"'),
      pair('"RIGHT"(?:,| et) (?:non pas|pas|non) "WRONG"'),
      pair(
        "\\b(?:n'est|n'était|n'étaient|ne sont|n'a été|ne s'appelle) pas (?:en |à |au |le |la |les |un |une |l')?WRONG,? (?:mais|c'est|c'était|ce sont|c'étaient) RIGHT",
      ),
      pair("RIGHT(?:,| et) (?:non pas|pas|non)(?: de| d'| en| à| le| la| au)? ?WRONG"),
      pair("RIGHT (?:au lieu de|plutôt que) WRONG"),
    ],
    opening: /^(?:non|c'est faux|il y a une erreur|erreur|ce n'est pas (?:vrai|exact|juste))[\s,.:;!–-]+/iu,
    before: /^.*\b(?:est de|est|sont|était|étaient|s'appelle|le|à)\s+/iu,
  },
  say: {
    moreOf: (topic) => `Vous souhaitez en lire davantage sur : ${topic}.`,
    lessOf: (topic) => `Vous souhaitez en lire moins sur : ${topic}.`,
    skip: (topic) => `Vous ne souhaitez plus rien lire sur : ${topic}.`,
    shorter: "Vous souhaitez des épisodes plus courts.",
    longer: "Vous souhaitez des épisodes plus longs.",
    quotations: "Vous souhaitez davantage de citations mot à mot.",
    startFrom: (title) => `Vous souhaitez qu’un épisode commence par « ${title} ».`,
    ask: (question) => `Vous demandez : ${question}`,
    correct: (right, wrong) =>
      wrong === null
        ? `Vous corrigez : ${right}`
        : `Vous dites que « ${wrong} » est faux : c’est « ${right} ».`,
    tone: (wish) => `Vous souhaitez un autre ton : ${wish}`,
    schedule: (wish) => `Vous souhaitez un autre moment : ${wish}`,
    other: (words) => `Vous écrivez : ${words}`,
    nothing: "Vous avez envoyé une note sans mots lisibles.",
    and: "et",
  },
};
