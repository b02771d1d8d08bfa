import type { Brief } from "../../brief.ts";
import { wordsOf } from "./rests-on.ts";
import { urlsIn } from "./urls-in.ts";

/**
 * The first URL of a Markdown text that stands in no source. Addresses are read as links wherever their words stand, with "www." or "@" alone,
 * and with signs behind them that are none of theirs; where a source has these words, they are its words, and are printed as words.
 */
export function foreignUrl(brief: Brief, markdown: string): string | undefined {
  return urlsIn(markdown).find((url) => !brief.links.includes(url) && !standsAsWords(brief, url));
}

function standsAsWords({ candidates, last, links }: Brief, url: string): boolean {
  const isBare = /^(?:mailto:|http:\/\/(?=www\.))/i.test(url);
  // A whole address has to be one of the sources' links, as far as it goes.
  if (
    !isBare &&
    !links.some((link) => url.startsWith(link) && /^["'`<>()[\]{}|\\^]/.test(url.slice(link.length)))
  )
    return false;
  const words = url.replace(/^(?:mailto:|http:\/\/(?=www\.))/i, "");
  const texts = [...candidates.map(wordsOf), last?.title, last?.line?.text, ...(last?.headings ?? [])];
  return texts.some((text) => text?.includes(words));
}
