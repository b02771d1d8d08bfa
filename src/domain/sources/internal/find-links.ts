/** A web address; round brackets belong to it only in pairs, as in Wikipedia's. */
const ADDRESS = /https?:\/\/(?:[^\s<>"'`()[\]{}|\\^]|\((?:[^\s<>"'`()]){0,200}\))+/gi;

/** Every web address that stands in a text, once each, in order, without the full stop or comma behind it. */
export function findLinks(text: string): string[] {
  const links = new Set<string>();
  for (const [address] of text.matchAll(ADDRESS)) links.add(address.replace(/[.,;:!?*_~]+$/, ""));
  return [...links];
}
