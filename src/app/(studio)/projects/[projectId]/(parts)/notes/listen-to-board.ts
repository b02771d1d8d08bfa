interface Board {
  /** The form that holds the notes and what can be done with them. */
  form: HTMLFormElement;
  /** Told how many notes are chosen, and how many could be. */
  onChoice: (chosen: number, all: number) => void;
  signal: AbortSignal;
}

/**
 * The keyboard and the mouse of the board, on the page as the server sent it: `j` and `k` by note, `x` to choose, `a`, `d` and `u` to accept,
 * decline and take back, `o` to open, `/` to filter; with the shift key a choice reaches from the last one to this.
 */
export function listenToBoard({ form, onChoice, signal }: Board): void {
  const tell = () => onChoice(boxes(form).filter(({ checked }) => checked).length, boxes(form).length);
  const acts: Record<string, () => void> = {
    j: () => step(form, 1),
    k: () => step(form, -1),
    x: () => current()?.querySelector<HTMLInputElement>(BOX)?.click(),
    a: () => whenChosen(form, () => button(form, "accept")?.click()),
    d: () => whenChosen(form, () => form.querySelector<HTMLInputElement>("input[name=reason]")?.focus()),
    u: () => button(form, "undo")?.click(),
    o: () => open(),
    "/": () => focusFilter(),
  };
  let last: HTMLInputElement | null = null;
  // On the window, after the keys of the whole app: what those have taken is not done twice.
  addEventListener(
    "keydown",
    (event) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      if (isTaken(event)) return;
      const act = acts[event.key === "Enter" ? "o" : event.key];
      if (!act) return;
      event.preventDefault();
      act();
    },
    { signal },
  );
  form.addEventListener(
    "click",
    (event) => {
      const box = event.target;
      if (!(box instanceof HTMLInputElement) || box.name !== "notes") return;
      if (event.shiftKey && last) chooseRange(boxes(form), last, box);
      last = box;
    },
    { signal },
  );
  form.addEventListener("change", tell, { signal });
  tell();
}

/** Chooses all that can be chosen on the page, or none. */
export function chooseAll(form: HTMLFormElement, checked: boolean): void {
  for (const box of boxes(form)) box.checked = checked;
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Where the focus goes once chosen notes have left: to what now stands in the place of the first of them. */
export function focusRow(form: HTMLFormElement, index: number): void {
  const all = rows(form);
  all[Math.min(all.length - 1, Math.max(0, index))]?.focus({ preventScroll: true });
}

/** The place of the first chosen note among all of the page. */
export function firstChosen(form: HTMLFormElement): number {
  return rows(form).findIndex((row) => row.querySelector<HTMLInputElement>(BOX)?.checked);
}

const BOX = "input[name=notes]";

function rows(form: HTMLFormElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>("[data-note]")].filter((row) => row.checkVisibility());
}

function boxes(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>(BOX)].filter((box) => box.checkVisibility());
}

function button(form: HTMLFormElement, act: string): HTMLButtonElement | null {
  return form.querySelector<HTMLButtonElement>(`button[name=act][value=${act}]:not([tabindex])`);
}

function current(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>("[data-note]") ?? null;
}

/** A key means itself where somebody types or has opened a dialog, and presses what it would press anyway; a box takes only Space. */
function isTaken({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches("input[name=notes]")) return false;
  if (key === "Enter" && target.closest("a, button, summary")) return true;
  return target.isContentEditable || target.matches("input, textarea, select, [role=dialog] *");
}

/** Moves the focus by one note, from the focused one or else from the first in view. */
function step(form: HTMLFormElement, by: 1 | -1): void {
  const all = rows(form);
  const from = current();
  const inView = all.findIndex((row) => row.getBoundingClientRect().bottom > 120);
  const index = from ? all.indexOf(from) + by : inView;
  const row = all[Math.min(all.length - 1, Math.max(0, index))];
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest", behavior: "smooth" });
}

/** What is chosen is meant, else the note that has the focus. */
function whenChosen(form: HTMLFormElement, act: () => void): void {
  if (!boxes(form).some(({ checked }) => checked)) current()?.querySelector<HTMLInputElement>(BOX)?.click();
  if (boxes(form).some(({ checked }) => checked)) act();
}

function open(): void {
  current()?.querySelector<HTMLAnchorElement>("a[data-open]")?.click();
}

function focusFilter(): void {
  const field = document.querySelector<HTMLInputElement>("#field-text");
  const fold = field?.closest("details");
  if (fold) fold.open = true;
  field?.focus();
}

function chooseRange(all: readonly HTMLInputElement[], from: HTMLInputElement, to: HTMLInputElement): void {
  const ends = [all.indexOf(from), all.indexOf(to)].sort((a, b) => a - b);
  const [first = 0, last = -1] = ends;
  if (first < 0) return;
  for (const box of all.slice(first, last + 1)) box.checked = to.checked;
}
