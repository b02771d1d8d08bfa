import type { Brief } from "../../brief.ts";
import { wordsOf } from "./rests-on.ts";
import { urlsIn } from "./urls-in.ts";

/**
 * The first URL of a Markdown text that stands in no source. A mail address, or one that begins with "www.", is read as a link wherever its
 * words stand; where a source has the words, they are its words, and are printed as words.
 */
export function foreignUrl(brief: Brief, markdown: string): string | undefined {
  return urlsIn(markdown).find((url) => !brief.links.includes(url) && !standsAsWords(brief, url));
}

function standsAsWords({ candidates, last }: Brief, url: string): boolean {
  const words = /^(?:mailto:|http:\/\/(?=www\.))(.+)$/i.exec(url)?.[1];
  if (words === undefined) return false;
  const texts = [...candidates.map(wordsOf), last?.title, last?.line?.text, ...(last?.headings ?? [])];
  return texts.some((text) => text?.includes(words));
}
