import { type Cue, cues } from "../cue.ts";

/** The same wishes said round about in Spanish: by what is seldom or always there, by idioms, by rhetorical questions, and without accents. */
export const SPANISH_ROUNDABOUT_CUES: readonly Cue[] = [
  ...cues(
    "MORE_OF",
    [
      3,
      "(?<!(?:no|nada|nunca|ni) (?:[^\\s.!?]+ ){0,2})\\bm[aá]s (?:cosas |detalles |información |noticias |espacio |atención |a fondo |a menudo )?(?:sobre|acerca de|de|del|para|a) …",
    ],
    [
      3,
      "\\b(?:se (?:dice|habla|escribe|cuenta|lee|menciona|trata)|(?:decís|habláis|contáis|hablan|dicen)) (?:muy |tan |demasiado |bastante )?(?:poco|poquísimo|nada|apenas)(?: nada)? (?:de|del|sobre|acerca de) …",
    ],
    [
      3,
      "\\b(?:apenas|casi nunca|casi no|rara vez|nunca) (?:se )?(?:habla|dice|menciona|trata|sale|aparece|habláis|decís|mencionáis|tocáis|hablan)\\p{L}*(?: nada)?(?: de| del| sobre| en)? ?…?",
    ],
    [
      3,
      "^(?<topic>[^.!?,]{2,60}?) (?:apenas|casi nunca|casi no|rara vez|nunca|merece|merecen|merecería|se queda|se quedó|brilla)\\b",
    ],
    [
      3,
      "\\b(?:contadnos|cuéntennos|habladnos|háblennos|contad|profundizad|ampliad|seguid (?:con|hablando)|no (?:quitéis|dejéis|recortéis|abandonéis)|echamos de menos|echo en falta|echamos en falta|dónde (?:está|están|queda|quedan)|qué (?:fue|ha sido|pasa con|hay)|me quedé con ganas|queremos saber) (?:de |del |con |sobre )?…",
    ],
    [
      2.5,
      "\\b(?:quiero|queremos|querría|quisiera|me gustaría|nos gustaría|estaría bien) (?:leer |saber |ver |oír )?(?:m[aá]s|algo|mucho) ?(?:sobre|de|del|acerca)? …",
    ],
  ),
  ...cues(
    "LESS_OF",
    [
      3.5,
      "\\b(?:hasta (?:las narices|la coronilla|el gorro|el moño)|hart[oa]s? (?:ya )?|cansad[oa]s? (?:ya )?|aburrid[oa]s? (?:ya )?|saturad[oa]s? |pesad[oa]s? (?:ya )?|dale|ya (?:está bien|basta|vale)|estoy (?:ya )?(?:cansad|hart|aburrid)[oa]|estamos (?:ya )?(?:cansad|hart|aburrid)[oa]s) ?(?:de|del|con) …",
    ],
    [
      3,
      "^(?<topic>[^.!?,]{2,60}?) (?:ocupa|ocupan|acapara|acaparan|sale|salen|aparece|aparecen|se lleva|se llevan|vuelve|vuelven|cansa|aburre|ya cansa|ya aburre) ?(?:demasiad[oa]|tod[oa]|siempre|en cada|cada|much[oa]|otra vez|tanto|ya)?\\b",
    ],
    [
      3,
      "\\b(?:otra vez|otra semana|de nuevo|siempre|dale que dale|y dale) (?:con |sobre )?(?:el|la|los|las|lo) …|\\bsolo (?:se habla|habláis|hablan) de …",
    ],
    [
      3,
      "\\b(?:cambiad de (?:tema|disco)|pasad a otra cosa|pasemos a otra cosa|hablad de otra cosa|no (?:hace|es) falta (?:tant[oa]s?|repetir)|menos (?:espacio|veces|protagonismo|peso)|bajad el ritmo|aflojad|no (?:tan|tanto) a menudo)\\b ?(?:con|para|a|al|sobre|de|del)? ?…?",
    ],
  ),
  ...cues(
    "SKIP",
    [3, "(?:^|[.!:;,] )por favor,? (?:que no salga )?nada (?:más )?(?:sobre|acerca de|respecto a) …"],
    [
      3.5,
      "\\b(?:ni (?:una|media|otra) (?:palabra|línea|mención)|ni mencion\\p{L}+|ni mu|no (?:digáis|digan|publiquéis|contéis|saquéis|toquéis|nombréis|volváis a)) ?(?:una palabra |nada |más |hablar )?(?:de|del|sobre|acerca de|a)? …",
    ],
    [
      3.5,
      "\\b(?:no (?:pinta|pintan) nada|no (?:viene|vienen) a cuento|no le (?:importa|interesa) a nadie|no es asunto|mejor callar|guardad silencio|secreto de sumario|está en los tribunales|por privacidad)\\b",
    ],
  ),
  ...cues("SHORTER", [
    3,
    "\\b(?:recort\\p{L}*|etern[oa]s?|interminables?|no (?:se )?acaba nunca|se (?:me )?hace[n]? (?:etern|larg|pesad)\\p{L}*|al grano|menos texto|menos páginas|condens\\p{L}*|reduc\\p{L}* (?:la extensión|el texto)|no llego al final|más ceñid\\p{L}*)\\b",
  ]),
  ...cues("LONGER", [
    3,
    "\\b(?:sabe[n]? a poco|no (?:recortéis|acortéis)|más (?:texto|páginas|contenido|sustancia|extensión)|el doble de|se (?:acaba|termina) (?:demasiado|muy) (?:pronto|rápido)|se queda[n]? cort[oa]s?|explay\\p{L}*)\\b",
  ]),
  ...cues("MORE_QUOTATIONS", [
    3.5,
    "\\b(?:entrecomillad\\p{L}*|entre comillas|comillas|dejad (?:que )?habl\\p{L}*|dad la palabra|tal como (?:lo )?dij\\p{L}*|lo que (?:dijo|dijeron|dicen) (?:realmente|exactamente|de verdad)|palabra por palabra|de viva voz)\\b",
  ]),
  ...cues(
    "ANSWER",
    [
      3,
      "(?:^|¿|[.!?:,] ?)(?:y |pero )?(?:a|de|por|para|con|en|desde|hasta|sobre|bajo|contra) (?:qu[eé]|qui[eé]n(?:es)?|cu[aá]ndo|cu[aá]l(?:es)?|d[oó]nde|cu[aá]nt[oa]s?)\\b[^.!]*\\?",
    ],
    [
      2.5,
      "(?:^|¿|[.!?:,] ?)(?:que|quien|cuando|donde|como|cuanto|cuanta|cuantos|cuantas|cual|puedo|podemos|debemos|tenemos que|hay que|es obligatorio|es cierto|se paga) [^.!]*\\?",
    ],
    [-3, "\\b(?:otra vez|de nuevo)\\b[^.!?]*\\?"],
  ),
  ...cues(
    "CORRECT",
    [
      2.5,
      "\\b(?:vuestr[oa] (?:cifra|dato|texto|fecha)|decíais|poníais|habéis (?:puesto|cambiado|invertido)|al revés|lo contrario|al contrario|baile de (?:cifras|números)|intercambiad\\p{L}*|trastocad\\p{L}*|contra lo que|a diferencia de lo|rectificación|corrección|y no (?:a|en|de|el|la|los|las|por|con)|no es \\p{L}+,? (?:sino|es))\\b",
    ],
    [
      4,
      '[„“”"«»][^„“”"«»]{1,200}[„“”"«»] _(?:debería|deberían|debe|deben|debió|tendría que|tiene que|ha de)\\b[^„“”"«».!?]{0,40}[„“”"«»]',
    ],
    [
      3,
      "\\bno (?:es|son|fue|fueron|era|eran) (?:en|a|el|la|los|las|un|una|\\d|don|doña)\\b ?[^.!?,;]{1,80}[,;]? (?:sino|es|son|fue|fueron|era|eran) ",
    ],
  ),
  ...cues("TONE", [
    3,
    "\\b(?:más (?:amable|suave|humano|respetuos[oa]|natural|cálid[oa]|ameno|accesible|llano)|menos (?:agresiv[oa]|pomposo|solemne|rimbombante)|condescendiente|superlativos|palabras (?:sencillas|llanas|raras|difíciles)|frases (?:cortas|largas)|nota de prensa|publicitari[oa]|sermone\\p{L}*|paternalista)\\b",
  ]),
];
