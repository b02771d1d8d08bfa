import { markedWords } from "./marked-words.ts";
import { beginNote } from "./note-form.ts";
import type { NotePlace } from "./note-place.ts";

/** Opens the composer. Closed by Escape or its button, what was typed is kept. */
export function composeNote(dialog: HTMLDialogElement, place: NotePlace): void {
  const form = dialog.querySelector("form");
  if (!form || dialog.open) return;
  const close = dialog.querySelector<HTMLElement>("[data-close]");
  if (close) close.onclick = () => dialog.close();
  dialog.onclick = (event) => {
    if (event.target === dialog && isOutside(dialog, event)) dialog.close();
  };
  dialog.showModal();
  beginNote(
    { form, around: dialog, draftKey: dialog.dataset.draft ?? "", url: form.getAttribute("action") ?? "" },
    place,
  );
}

/** True beside the dialog; its own edge belongs to it. */
function isOutside(dialog: HTMLElement, { clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

/** Offers a note on the words that are marked, right below them; takes the offer back when nothing is marked. */
export function offerNote(dialog: HTMLDialogElement): void {
  const marked = markedWords(getSelection());
  const offer = document.querySelector<HTMLElement>("[data-offer]") ?? makeOffer(dialog);
  offer.hidden = marked === null || dialog.open;
  if (!marked) return;
  const { left, bottom } = marked.range.getBoundingClientRect();
  offer.style.left = `${Math.min(Math.max(8, left), innerWidth - offer.offsetWidth - 8) + scrollX}px`;
  offer.style.top = `${bottom + scrollY + 8}px`;
}

function makeOffer(dialog: HTMLDialogElement): HTMLElement {
  const offer = document.createElement("button");
  offer.type = "button";
  offer.dataset.offer = "";
  offer.className = "note-offer";
  offer.textContent = "Note on this passage";
  // Pressing it must not take the marked words away before they are read.
  offer.onpointerdown = (event) => event.preventDefault();
  offer.onclick = () => {
    const marked = markedWords(getSelection());
    offer.hidden = true;
    if (marked) composeNote(dialog, marked.place);
  };
  document.body.append(offer);
  return offer;
}
