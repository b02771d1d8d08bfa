import { type Cue, cues } from "../cue.ts";
import type { Lexicon } from "../lexicon.ts";
import { pair } from "../pair.ts";
import { SPANISH_ROUNDABOUT_CUES } from "./spanish-roundabout-cues.ts";

const DAY = "(?:lunes|martes|miércoles|jueves|viernes|sábados?|domingos?)";
const WH = "(?:qué|quién(?:es)?|cuándo|dónde|por qué|cómo|cuánt[oa]s?|cuál(?:es)?)";
const OF = "(?:sobre|acerca de|de|del|respecto a)";

const SPANISH_CUES: readonly Cue[] = [
  ...cues(
    "MORE_OF",
    [3, `(?<!(?:no|nada|nunca) (?:[^\\s.!?]+ ){0,2})\\b(?:más|mucho más) _${OF} …`],
    [2.5, `\\b(?:habl|escrib|cont|trat|profundi[zc])\\p{L}* _(?:más |mejor |también )+_${OF} …`],
    [2.5, `\\b(?:muy poco|tan poco|nunca (?:se habla|habláis|hablan|decís nada)|por qué no) _${OF} …`],
    [
      2,
      "\\b(?:me (?:gustaría|interesa)|nos interesa|falta|merece|echo de menos|volved (?:a|sobre)|un episodio (?:sobre|entero))\\b ?…?",
    ],
  ),
  ...cues(
    "LESS_OF",
    [3, `\\bmenos (?:sobre|acerca de|de) …`],
    [2.5, `\\b(?:demasiado|demasiadas?|demasiados|tanto|tanta) (?:sobre |de |del )?…`],
    [2.5, "\\botra (?:semana|vez) (?:con|sobre) …"],
    [
      2,
      "\\b(?:ya cansa|cansa|basta|otra vez|aburre|ya (?:lo )?sabemos|en cada episodio|siempre lo mismo|harto|hartos|bajarle|reducir)\\b",
    ],
  ),
  ...cues(
    "SKIP",
    [3.5, `^(?:por favor,? )?(?:ya )?nada (?:más )?${OF} …`],
    [
      3,
      `\\b(?:ni una palabra|nada más|no (?:habléis|hablen|hables|mencionéis|mencionen|escribáis|pongáis)(?: más| nada)?) ?(?:${OF})? …`,
    ],
    [
      3,
      "\\b(?:dejad|dejen|deja) (?:fuera|de (?:hablar|escribir)(?: de| sobre)?) …|\\b(?:quitad|omitid|saltaos|evitad|eliminad|suprimid) …",
    ],
    [2, "\\b(?:en absoluto|nunca más|para nada)\\b"],
  ),
  ...cues(
    "SHORTER",
    [3, "\\b(?:más (?:cort|brev|concis)\\p{L}*|acort\\p{L}*|abrevi\\p{L}*|resum\\p{L}*)\\b"],
    [3, "\\b(?:demasiado|muy|tan|excesivamente) larg[oa]s?\\b"],
    [2, "\\b(?:no tengo tiempo|leer tanto|no da tiempo|la mitad)\\b"],
  ),
  ...cues(
    "LONGER",
    [3, "\\b(?:más (?:larg|extens|detallad)[oa]s?|alarg\\p{L}*|ampli\\p{L}*)\\b"],
    [3, "\\b(?:demasiado|muy|tan) (?:cort[oa]s?|breves?)\\b"],
  ),
  ...cues(
    "MORE_QUOTATIONS",
    [3.5, "\\b(?:más|poned|pongan|incluid) (?:más )?(?:citas|declaraciones)\\b|\\bcitad\\b"],
    [
      3,
      "\\b(?:palabras (?:textuales|exactas|propias)|textual(?:es|mente)?|literal(?:es|mente)?|propias palabras|citas)\\b",
    ],
  ),
  ...cues(
    "START_FROM",
    [3, "\\b(?:empez|empiez|comenz|comienz|abr|arranc)\\p{L}* [^.!?]{0,30}\\b(?:por|con)\\b"],
    [3, "\\b(?:en primer lugar|primero|al principio|lo primero)\\b"],
  ),
  ...cues(
    "TONE",
    [
      3,
      "\\b(?:tono|estilo|lenguaje|jerga|tecnicismos|tute\\p{L}*|de usted|bromas?|chistes?|humor|ironía)\\b",
    ],
    [
      3,
      "\\b(?:menos|más|demasiado|muy|tan|un poco) (?:más |menos )?(?:formal|serio|seri[oa]|cercan[oa]|sencill[oa]|clar[oa]|fácil|técnic[oa]|frí[oa]|viv[oa]|seca?o?|alegre|coloquial|simple|directo|aburrid[oa])(?:es|s)?\\b",
    ],
    [2.5, "\\b(?:parece (?:escrito|un)|suena (?:a|como))\\b"],
  ),
  ...cues(
    "SCHEDULE",
    [3, "\\b(?:envi\\p{L}*|mand(?:ad|en|ar)|public(?:ad|ar|uen)|recib\\p{L}*|llega\\p{L}*|salga)\\b"],
    [2.5, `\\b(?:el|los|cada|mejor (?:el|los)|antes del|hasta el) ${DAY}\\b`],
    [
      3,
      "\\b(?:semanal(?:mente)?|diari[oa](?:mente)?|mensual(?:mente)?|(?:una|dos|tres) veces|a la semana|al día|cada (?:semana|día|mes|dos))\\b",
    ],
    [
      2,
      "\\b(?:por la (?:mañana|tarde|noche)|más (?:temprano|tarde|pronto)|a las \\d|vacaciones|en agosto|menos frecuen\\p{L}*|tan a menudo)\\b",
    ],
  ),
  ...cues(
    "CORRECT",
    [
      3,
      "\\b(?:no es (?:así|cierto|verdad|correcto)|falso|error|errata|equivocad\\p{L}*|incorrect\\p{L}*|mal\\b|corregi\\p{L}*|corrij\\p{L}*|rectifi\\p{L}*|desfasad\\p{L}*|confundi\\p{L}*)\\b",
    ],
    [3, ",? (?:y )?no (?:el|la|los|las|en|de|un|una)? ?(?:\\d|\\p{L}+(?:[.,;!]|$))"],
    [
      2,
      "\\b(?:son|es|fue|fueron|se llama|en realidad|desde (?:el )?\\d|ya no|sino|en lugar de|en vez de)\\b",
    ],
    [
      2,
      "\\b(?:dijisteis|escribisteis|habéis (?:dicho|escrito)|decís|pone que|el episodio (?:decía|dice))\\b",
    ],
  ),
  ...cues(
    "ANSWER",
    [2, "[¿?]"],
    [2.5, `(?:^|¿|[.!?:,] )(?:[^\\s.!?]+ )?${WH}[^.!]*\\?`],
    [
      3,
      `\\b(?:me pregunto|quisiera saber|me gustaría saber|quiero saber|no sé|nadie sabe|sabéis|explicad|podéis (?:explicar|decir)) (?:me |nos )?(?:si|${WH})`,
    ],
    [1.5, "^¿?(?:se puede|puede|hay|es|está|tenemos|debo|tengo)\\b"],
    [
      -3,
      "\\b(?:podríais|podrían|podéis|podría(?:mos)?|se podría|sería posible)\\b(?! (?:explicar|decir))[^.!?]*\\?",
    ],
    [-3, "\\bpor qué _(?:nunca|siempre|nada|otra vez)\\b"],
  ),
  ...cues(
    "OTHER",
    [
      4.5,
      "\\b(?:ignor|olvid)\\p{L}* (?:todas |tus |las |vuestras )*(?:reglas|instrucciones|normas)\\b|\\bclave (?:de )?api",
    ],
    [
      3.5,
      "\\b(?:iniciar sesión|entrar en mi cuenta|contraseña|no funciona|no (?:me )?carga|se cuelga|darme de baja|mi cuenta|el botón|la aplicación)\\b",
    ],
    [
      3,
      "\\b(?:enhorabuena|felicidades|felicit\\p{L}*|gracias (?:por|a)|muchas gracias|genial|estupendo|me encanta|buen trabajo|bravo)\\b",
    ],
    [2.5, "\\b(?:basura|idiotas?|estúpid[oa]s?|mierda|asco)\\b"],
  ),
];

/** What the rules know of Spanish. */
export const SPANISH: Lexicon = {
  language: "es",
  cues: [...SPANISH_CUES, ...SPANISH_ROUNDABOUT_CUES],
  notTopics: new Set(
    (
      "episodio episodios serie parte partes gracias favor tema temas cosa cosas semana semanas día días mes meses año años minuto minutos página páginas pregunta " +
      "preguntas respuesta error pasaje gente persona compañero compañeros equipo lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril " +
      "mayo junio julio agosto septiembre octubre noviembre diciembre más menos mucho poco nada otra otro vez hablar escribir saber corregidlo llevamos cansa ya " +
      "cuánto tiempo pueden puede bajarle prefiero leer palabras dado baja cinco seis diez dos tres cuatro una oscuras periódico cuenta debería deberían debe fue era"
    ).split(" "),
  ),
  clauseEnd: /[.!?;:(–—…]| - |,/u,
  said: /^(?:usted )?(?:pregunta|escribe|corrige|desea otro tono|desea otro momento): /iu,
  corrects: {
    pairs: [
      pair('"WRONG"~\\b(?:debería|deberían|debe|deben|debió|tendría que|tiene que|ha de)\\b~"RIGHT"'),
      pair('"RIGHT",? (?:y )?no "WRONG"'),
      pair(
        "\\bno (?:es|son|fue|fueron|era|eran|se llama) (?:en |a |el |la |los |las |un |una )?WRONG[,;]? (?:sino|es|son|fue|fueron|era|eran|se llama) RIGHT",
      ),
      pair("RIGHT,? (?:y )?no WRONG"),
      pair("no (?:es |son )?WRONG,? sino RIGHT"),
      pair("RIGHT (?:en lugar de|en vez de) WRONG"),
    ],
    opening:
      /^(?:no(?=[,.:;!–-])|falso|esto no es (?:así|cierto|correcto)|eso no es (?:así|cierto|correcto)|hay un error)[\s,.:;!–-]+/iu,
    before: /^.*\b(?:es|son|fue|fueron|era|eran|se llama|dura|cuesta)\s+/iu,
  },
  say: {
    moreOf: (topic) => `Quiere leer más sobre ${topic}.`,
    lessOf: (topic) => `Quiere leer menos sobre ${topic}.`,
    skip: (topic) => `No quiere leer nada más sobre ${topic}.`,
    shorter: "Quiere episodios más cortos.",
    longer: "Quiere episodios más largos.",
    quotations: "Quiere más citas textuales.",
    startFrom: (title) => `Quiere que un episodio empiece con «${title}».`,
    ask: (question) => `Pregunta: ${question}`,
    correct: (right, wrong) =>
      wrong === null ? `Corrige: ${right}` : `Dice que «${wrong}» no es cierto: es «${right}».`,
    tone: (wish) => `Desea otro tono: ${wish}`,
    schedule: (wish) => `Desea otro momento: ${wish}`,
    other: (words) => `Escribe: ${words}`,
    nothing: "Ha enviado una nota sin palabras legibles.",
    and: "y",
  },
};
