/** The first stop of the keyboard: past everything that is the same on every page. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="absolute top-2 left-2 z-30 -translate-y-20 rounded-md bg-ink px-3 py-2 text-paper focus:translate-y-0 print:hidden"
    >
      Skip to the content
    </a>
  );
}
