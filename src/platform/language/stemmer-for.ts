import snowball from "snowball-stemmers";

const ALGORITHMS: Record<string, string> = {
  ar: "arabic",
  ca: "catalan",
  cs: "czech",
  da: "danish",
  de: "german",
  en: "english",
  es: "spanish",
  eu: "basque",
  fi: "finnish",
  fr: "french",
  ga: "irish",
  hu: "hungarian",
  hy: "armenian",
  it: "italian",
  nb: "norwegian",
  nl: "dutch",
  nn: "norwegian",
  no: "norwegian",
  pt: "portuguese",
  ro: "romanian",
  ru: "russian",
  sl: "slovene",
  sv: "swedish",
  ta: "tamil",
  tr: "turkish",
};

/** Stems are asked for again and again; beyond this many the cache starts afresh, so that it cannot grow for ever. */
const MOST_CACHED = 100_000;

/** The Snowball stemmer of a language, with a cache; a language without one keeps its words as they are. */
export function stemmerFor(language: string): (lower: string) => string {
  const algorithm = ALGORITHMS[language];
  if (algorithm === undefined) return (lower) => lower;
  const stemmer = snowball.newStemmer(algorithm);
  const cache = new Map<string, string>();
  return (lower) => {
    const known = cache.get(lower);
    if (known !== undefined) return known;
    const stem = stemmer.stem(lower);
    if (cache.size >= MOST_CACHED) cache.clear();
    cache.set(lower, stem);
    return stem;
  };
}
