const names = new Intl.DisplayNames("en-GB", { type: "language", fallback: "code" });

/** The name of a language given by its BCP 47 tag: `de` is German. */
export function formatLanguage(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
