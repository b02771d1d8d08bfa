import { READER_SHORTCUTS } from "#ui/reader-shortcuts.ts";

const ROWS = [...READER_SHORTCUTS, ["?", "This list"] as const];

/** The shortcuts of the reader: a dialog of the browser's own, opened by the reader's script. */
export function ReaderShortcuts() {
  return (
    <dialog
      id="reader-shortcuts"
      aria-labelledby="reader-shortcuts-title"
      className="m-auto w-[min(24rem,calc(100vw-2rem))] rounded-lg border border-line bg-raised p-5 text-ink shadow-float backdrop:bg-scrim"
    >
      <h2 id="reader-shortcuts-title" className="title mb-3 text-xl">
        Keyboard shortcuts
      </h2>
      <dl>
        {ROWS.map(([key, what]) => (
          <div key={key} className="flex justify-between border-b border-line py-2">
            <dt>{what}</dt>
            <dd>
              <kbd className="key">{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <form method="dialog" className="mt-4 text-right">
        <button type="submit" className="link">
          Close
        </button>
      </form>
    </dialog>
  );
}
