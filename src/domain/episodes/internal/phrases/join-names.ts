/** "a, b and c" in the language of the series. */
export function joinNames(names: readonly string[], language: string): string {
  return new Intl.ListFormat(localeFor(language), { style: "long", type: "conjunction" }).format(names);
}

/** American English puts a comma before the last "and", which a heading does better without. */
function localeFor(language: string): string {
  const [supported] = Intl.ListFormat.supportedLocalesOf([language === "en" ? "en-GB" : language]);
  return supported ?? "en-GB";
}
