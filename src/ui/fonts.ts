import localFont from "next/font/local";

/*
 * Every call names one family by hand, so that faces and subsets join it while only the Latin upright face is
 * preloaded. The loader measures that face for the fallback, which keeps lines in place while it arrives.
 */
const newsreader = localFont({
  src: "../../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2",
  weight: "200 800",
  style: "normal",
  display: "swap",
  adjustFontFallback: "Times New Roman",
  variable: "--font-newsreader",
  declarations: [{ prop: "font-family", value: "newsreader" }],
});

const newsreaderItalic = localFont({
  src: "../../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-italic.woff2",
  weight: "200 800",
  style: "italic",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-newsreader-italic",
  declarations: [{ prop: "font-family", value: "newsreader" }],
});

const newsreaderExtended = localFont({
  src: "../../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-ext-opsz-normal.woff2",
  weight: "200 800",
  style: "normal",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-newsreader-extended",
  declarations: [
    { prop: "font-family", value: "newsreader" },
    {
      prop: "unicode-range",
      value: "U+0100-02BA,U+02BD-02FF,U+1E00-1EFF,U+20A0-20C0,U+2C60-2C7F,U+A720-A7FF",
    },
  ],
});

const geist = localFont({
  src: "../../node_modules/@fontsource-variable/geist/files/geist-latin-wght-normal.woff2",
  weight: "100 900",
  style: "normal",
  display: "swap",
  adjustFontFallback: "Arial",
  variable: "--font-geist",
  declarations: [{ prop: "font-family", value: "geist" }],
});

const geistExtended = localFont({
  src: "../../node_modules/@fontsource-variable/geist/files/geist-latin-ext-wght-normal.woff2",
  weight: "100 900",
  style: "normal",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-geist-extended",
  declarations: [
    { prop: "font-family", value: "geist" },
    {
      prop: "unicode-range",
      value: "U+0100-02BA,U+02BD-02FF,U+1E00-1EFF,U+20A0-20C0,U+2C60-2C7F,U+A720-A7FF",
    },
  ],
});

/** The classes of the root element: they define the variables that the tokens read. */
export const fontVariables = [newsreader, newsreaderItalic, newsreaderExtended, geist, geistExtended]
  .map((font) => font.variable)
  .join(" ");
