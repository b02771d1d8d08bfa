import { detectLanguage } from "#platform/language/detect-language.ts";

/** Small words that a sentence of the language can hardly do without, and few others have. */
const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    "the and of to is are was were it that this these those for with please more less about you your we our i my me do does did not be have has had but or can could would should what how why who when where from at on in an they them there so too much very don't it's isn't i'm no keep skip stop pls thx quote start shorter longer",
  ),
  de: words(
    "der die das und ist sind war nicht ein eine einen dem den des zu zur zum mit für auf von im es wir ihr euch ich mir uns mehr weniger bitte über auch noch schon wie was wer warum wann wo aber oder kein keine keinen bei nach sich viel so da dass bin habe hat haben wird werden kann könnt könnten würde wäre lieber etwas gar nur statt stimmt",
  ),
  fr: words(
    "le la les et est sont un une des du de au aux à ce cette ces pas ne plus moins sur pour avec dans en je j nous vous on il elle ils que qui quoi où quand pourquoi comment mais ou s'il plaît merci très trop peu être avoir a ont c'est d l qu n y par davantage n'est",
  ),
  es: words(
    "el la los las y es son un una unos de del al no más menos sobre para con en yo nos que qué quién cuándo dónde cómo por favor pero o muy mucho poco ser está están ha han se lo le su mi más gracias también ya hay sin este esta esto eso esa porque si sí",
  ),
};

/** The language in which a note is written: by its small words, else by its letters, else that of the project. */
export function noteLanguage(plain: string, projectLanguage: string): string {
  const all = plain.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  const each = all.flatMap((word) => [word, ...word.split("'")]);
  const counts = Object.entries(SMALL_WORDS)
    .map(([language, small]) => ({ language, count: each.filter((word) => small.has(word)).length }))
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
