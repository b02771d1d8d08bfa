interface Reading {
  episodeId: string;
  minutes: number;
  signal: AbortSignal;
}

/** Below this much of the window's height a block counts as being read. */
const READING_LINE = 0.35;

/** Keeps the outline, the minutes left and the place in the text up to date while the page is scrolled. */
export function followReading({ episodeId, minutes, signal }: Reading): void {
  const blocks = [...document.querySelectorAll<HTMLElement>("[data-block]")];
  const entries = [...document.querySelectorAll<HTMLElement>("[data-outline]")];
  const left = document.querySelector("[data-minutes-left]");
  const key = `place:${episodeId}`;
  returnTo(localStorage.getItem(key));

  let waiting = false;
  function update() {
    waiting = false;
    const line = innerHeight * READING_LINE;
    const current = blocks.findLast((block) => block.getBoundingClientRect().top <= line);
    const ordinal = Number(current?.dataset.block ?? 0);
    const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 80;
    const heading = entries.findLast((entry) => Number(entry.dataset.outline) <= ordinal);
    for (const entry of entries) {
      if (entry === heading) entry.setAttribute("aria-current", "true");
      else entry.removeAttribute("aria-current");
    }
    if (left) left.textContent = isAtEnd ? "Read" : minutesLeft(minutes);
    if (isAtEnd || ordinal === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, String(ordinal));
  }
  addEventListener(
    "scroll",
    () => {
      if (!waiting) requestAnimationFrame(update);
      waiting = true;
    },
    { passive: true, signal },
  );
  update();
}

/** Goes on where the reader left, unless the address names a place or the browser has found it by itself. */
function returnTo(place: string | null): void {
  if (place === null || location.hash || scrollY > 0) return;
  document.getElementById(`block-${place}`)?.scrollIntoView({ block: "start" });
}

function minutesLeft(minutes: number): string {
  const read = (scrollY + innerHeight * READING_LINE) / document.documentElement.scrollHeight;
  const rest = Math.max(1, Math.ceil(minutes * (1 - read)));
  return rest === 1 ? "1 minute left" : `${rest} minutes left`;
}
