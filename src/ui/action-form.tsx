"use client";

import { type FormEvent, type ReactNode, startTransition, useActionState, useEffect, useRef } from "react";
import { FormNotice } from "./form-notice.tsx";
import { EMPTY_FORM, type FormState } from "./form-state.ts";

interface ActionFormProps {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  className?: string;
  children: (state: FormState) => ReactNode;
}

/**
 * A form that keeps what was typed when its action refuses, leads to the first field that was refused, and works without
 * a script.
 */
export function ActionForm({ action, className, children }: ActionFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [state, dispatch] = useActionState(action, EMPTY_FORM);

  useEffect(() => {
    if (!state.message) return;
    const refused = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    if (refused) refused.focus();
    else form.current?.scrollIntoView({ block: "start" });
  }, [state]);

  /** Left to itself, React empties a form once its action is through, also when it was refused. */
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    startTransition(() => dispatch(data));
  }

  return (
    <form ref={form} action={dispatch} onSubmit={onSubmit} className={className}>
      <div className="mb-5 scroll-mt-20 empty:hidden">
        <FormNotice state={state} />
      </div>
      {children(state)}
    </form>
  );
}
