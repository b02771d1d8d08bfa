/** What a form gets back from its action when the page stays: what was wrong, and what was typed. */
export interface FormState {
  /** Said above the form: the cause and the way out. */
  message?: string;
  /** What to quote when asking for help, when the cause was ours. */
  errorId?: string;
  /** Somebody else saved meanwhile: what they saved has to be loaded before it can be changed. */
  isConflict?: boolean;
  /** What was wrong, by the name of the control. */
  fields?: Readonly<Record<string, string>>;
  /** What was typed, by the name of the control; several values for boxes that go together. */
  values?: Readonly<Record<string, string | readonly string[]>>;
  /** Said when it worked and the page stays. */
  done?: string;
  /** What can be taken back: what the button of that name sends. */
  undo?: readonly string[];
  /** What came of it and is shown this once, such as recovery codes. */
  shownOnce?: readonly string[];
}

export const EMPTY_FORM: FormState = {};

/** What was typed into a control last time, or what it starts with. */
export function typed(state: FormState, name: string, start: string | number = ""): string {
  const value = state.values?.[name];
  return typeof value === "string" ? value : String(start);
}
