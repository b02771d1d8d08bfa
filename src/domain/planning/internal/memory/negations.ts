const WORDS: Record<string, string> = {
  en: "not n't no never none nor neither nobody nothing nowhere without cannot avoid stop don't doesn't isn't aren't won't can't shouldn't mustn't",
  de: "nicht nichts kein keine keinen keinem keiner keines nie niemals niemand nirgends ohne weder",
  fr: "ne n' pas jamais aucun aucune rien personne sans ni",
  es: "no nunca jamás ningún ninguno ninguna nada nadie sin ni tampoco",
  it: "non mai nessun nessuno nessuna niente nulla senza né neanche",
  nl: "niet geen nooit niemand niets nergens zonder noch",
};

/** Words by which a sentence denies; none for a language that is not known. */
export function negationsOf(language: string): ReadonlySet<string> {
  return new Set(WORDS[language.split("-")[0]?.toLowerCase() ?? ""]?.split(" ") ?? []);
}
