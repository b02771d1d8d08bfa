import { blockWords, type NotePlace, passageWords } from "./note-place.ts";

/** The words that are marked inside one block, with where to point at them; null for a cursor and for what reaches beyond a block. */
export function markedWords(selection: Selection | null): { place: NotePlace; range: Range } | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const block = blockAt(range.commonAncestorContainer);
  const passage = passageWords(selection.toString());
  if (!block || passage === "") return null;
  return { place: { ...placeOfBlock(block), passage }, range };
}

/** The block that a node of an episode is in. */
export function blockAt(node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest<HTMLElement>("[data-block-id]") ?? null;
}

/** A block as a place for a note, in the episode that the page shows. */
export function placeOfBlock(block: HTMLElement): NotePlace {
  return {
    ...placeOfPage(),
    ...(block.dataset.blockId ? { blockId: block.dataset.blockId } : {}),
    blockWords: blockWords(block.querySelector(".prose")?.textContent ?? ""),
  };
}

/** What the page shows: an episode, or a project and nothing narrower. */
export function placeOfPage(): NotePlace {
  const article = document.querySelector<HTMLElement>("[data-episode-id]");
  const { episodeId, episodeTitle } = article?.dataset ?? {};
  return episodeId ? { episodeId, episodeTitle: episodeTitle ?? "" } : {};
}
