const SETTLED_MS = 300;

/**
 * Hears when somebody wants to write a note: `n`, a link that is marked `data-note`, words of a block that were marked. All the rest
 * is loaded then; where that fails, the page for notes does as well.
 */
export function listenForNotes(signal: AbortSignal): void {
  const find = () => document.querySelector<HTMLDialogElement>("#note-dialog");
  const compose = async (link: HTMLAnchorElement | null) => {
    const onPage = document.querySelector<HTMLElement>("[data-note-page] [name=text]");
    if (onPage) return onPage.focus();
    const dialog = find();
    const otherwise = link?.href ?? document.querySelector<HTMLAnchorElement>("a[data-note]")?.href;
    try {
      const [{ composeNote }, { blockAt, markedWords, placeOfBlock, placeOfPage }] = await Promise.all([
        import("./compose-note.ts"),
        import("./marked-words.ts"),
      ]);
      const block = blockAt(link ?? document.activeElement);
      const marked = link ? null : markedWords(getSelection());
      if (dialog) composeNote(dialog, marked?.place ?? (block ? placeOfBlock(block) : placeOfPage()));
    } catch {
      if (otherwise) location.assign(otherwise);
    }
  };
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "n" || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      void compose(null);
    },
    { signal },
  );
  addEventListener(
    "click",
    (event) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-note]") : null;
      if (!link || !find() || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      void compose(link);
    },
    // Before the links of Next.js, which go where they lead.
    { signal, capture: true },
  );
  let settled: ReturnType<typeof setTimeout>;
  document.addEventListener(
    "selectionchange",
    () => {
      clearTimeout(settled);
      settled = setTimeout(() => void offer(find()), SETTLED_MS);
    },
    { signal },
  );
}

let offered = false;

async function offer(dialog: HTMLDialogElement | null): Promise<void> {
  const isMarked =
    getSelection()?.isCollapsed === false && document.querySelector("[data-block-id]") !== null;
  if (!dialog || (!isMarked && !offered)) return;
  offered = true;
  const loaded = await import("./compose-note.ts").catch(() => null);
  loaded?.offerNote(dialog);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select, dialog *, [role=dialog] *"))
  );
}
