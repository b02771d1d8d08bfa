import { detectLanguage } from "#platform/language/detect-language.ts";

/** Small words that a sentence of the language can hardly do without, and few others have. */
const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    "the and of to is are was were it that this these those for with please more less about you your we our i my me do does did not be have has had but or can could would should what how why who when where from at on in an they them there so too much very don't it's isn't i'm no keep skip stop pls thx quote start shorter longer a ever never always hardly again up off over under any all some only just here rather quite also than been being has had will let's us get got give given make made every each other another nothing something anything enough yet still every really couldn't can't won't doesn't didn't isn't wasn't you're you've i'd i've we've that's there's what's he she his her",
  ),
  de: words(
    "der die das und ist sind war nicht ein eine einen dem den des zu zur zum mit für auf von im es wir ihr euch ich mir uns mehr weniger bitte über auch noch schon wie was wer warum wann wo aber oder kein keine keinen bei nach sich viel so da dass bin habe hat haben wird werden kann könnt könnten würde wäre lieber etwas gar nur statt stimmt denn wirklich muss müsst müssen darf dürfen soll jeder jede jedes jeden alle immer nie kaum mal doch nein danke eure euer eurer euren unser unsere diese dieser dieses diesen sehr vom beim ins sein seine seit wenn weil damit ohne gegen unter zwischen eigentlich leider lasst schreibt hier dort einmal wieder als sie er meine mein",
  ),
  fr: words(
    "le la les et est sont un une des du de au aux à ce cette ces pas ne plus moins sur pour avec dans en je j nous vous on il elle ils que qui quoi où quand pourquoi comment mais ou s'il plaît merci très trop peu être avoir a ont c'est d l qu n y par davantage n'est tout toute tous toutes chaque toujours jamais rien encore bien si leur leurs notre votre nos vos mon ma mes son sa ses donc car été fait faites beaucoup combien quel quelle quels quelles sans sous chez entre depuis c'est qu'on d'un d'une faut peut",
  ),
  es: words(
    "el la los las y es son un una unos de del al no más menos sobre para con en yo nos que qué quién cuándo dónde cómo por favor pero o muy mucho poco ser está están ha han se lo le su mi más gracias también ya hay sin este esta esto eso esa porque si sí demasiado demasiada demasiados demasiadas todo toda todos todas cada cuando como donde quien quienes cuánto cuánta nos vuestra vuestro hasta desde entre siempre nunca nada algo otra otro otras tan tanto mas que me mí sobre puede podéis podríais son fue era hacia tras aunque ni unas esos estos aquí",
  ),
};

/** Letters and signs that speak for a language as much as one small word: names wander. */
const LETTERS: Readonly<Record<string, RegExp>> = {
  de: /[äöüß]/iu,
  fr: /[çœèêàùûîô]/iu,
  es: /[¿¡ñáíóú]/iu,
};

/** The language in which a note is written: by its small words, else by its letters, else that of the project. */
export function noteLanguage(plain: string, projectLanguage: string): string {
  const all = plain.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  const each = all.flatMap((word) => [word, ...word.split("'")]);
  const counts = Object.entries(SMALL_WORDS)
    .map(([language, small]) => ({
      language,
      count: each.filter((word) => small.has(word)).length + (LETTERS[language]?.test(plain) ? 1 : 0),
    }))
    .sort((one, other) => other.count - one.count);
  const [first, second] = counts;
  const project = projectLanguage.split("-")[0] ?? "en";
  if (first !== undefined && first.count > 0) {
    if (first.count > (second?.count ?? 0)) {
      if (first.count * 6 >= all.length) return first.language;
    } else if (counts.some(({ language, count }) => language === project && count === first.count))
      return project;
    else return first.language;
  }
  return detectLanguage(plain) ?? project;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
