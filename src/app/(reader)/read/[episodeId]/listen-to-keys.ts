interface Keys {
  previous: string | null;
  next: string | null;
  signal: AbortSignal;
}

/** `j` and `k` by block, `w` for why, brackets for the neighbours, `?` for the list of all this. */
export function listenToKeys({ previous, next, signal }: Keys): void {
  const shortcuts = document.querySelector<HTMLDialogElement>("#reader-shortcuts");
  const acts: Record<string, () => void> = {
    j: () => step(1),
    k: () => step(-1),
    w: () => toggleWhy(),
    "[": () => previous && location.assign(previous),
    "]": () => next && location.assign(next),
    "?": () => shortcuts?.showModal(),
  };
  addEventListener(
    "keydown",
    (event) => {
      if (event.metaKey || event.ctrlKey || event.altKey || shortcuts?.open) return;
      if (event.target instanceof Element && event.target.matches("input, textarea, select")) return;
      const act = acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    },
    { signal },
  );
}

function current(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>("[data-block]") ?? null;
}

/** Moves the focus by one block, from the focused one or else from the first in view. */
function step(by: 1 | -1): void {
  const blocks = [...document.querySelectorAll<HTMLElement>("[data-block]")];
  const from = current();
  const inView = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 80);
  const index = from ? blocks.indexOf(from) + by : inView;
  const block = blocks[Math.min(blocks.length - 1, Math.max(0, index))];
  block?.focus({ preventScroll: true });
  block?.scrollIntoView({ block: "nearest", behavior: "smooth" });
}

function toggleWhy(): void {
  const why = current()?.querySelector<HTMLDetailsElement>("details.why");
  if (why) why.open = !why.open;
}
