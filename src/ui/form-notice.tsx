import { buttonClass } from "./button.tsx";
import { ErrorPanel } from "./error-panel.tsx";
import type { FormState } from "./form-state.ts";

/** What came of the last submission, above its form. */
export function FormNotice({ state }: { state: FormState }) {
  if (state.message) {
    return (
      <ErrorPanel id={state.errorId} action={state.isConflict ? <LoadAgain /> : undefined}>
        {state.message}
      </ErrorPanel>
    );
  }
  if (state.done) {
    return (
      <p role="status" className="border-l-2 border-good bg-sunk px-4 py-3">
        {state.done}
      </p>
    );
  }
  return null;
}

/** A plain link to the same address: it loads the page anew, with or without a script. */
function LoadAgain() {
  return (
    <a href="?" className={buttonClass()}>
      Load what is saved now
    </a>
  );
}
