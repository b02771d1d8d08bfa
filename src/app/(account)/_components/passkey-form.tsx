"use client";

import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import { KeyRound, LoaderCircle } from "lucide-react";
import { type ReactNode, type SubmitEvent, startTransition, useActionState } from "react";
import { Button, type ButtonTone } from "#ui/button.tsx";
import { FormNotice } from "#ui/form-notice.tsx";
import { EMPTY_FORM, type FormState } from "#ui/form-state.ts";
import { useHydrated } from "#ui/use-hydrated.ts";
import type { PasskeyQuestion } from "../ask-passkey.ts";
import { sayPasskeyProblem } from "../say-passkey-problem.ts";

interface PasskeyFormProps<Options> {
  /** Asks the server what the browser shall be asked. */
  begin: () => Promise<PasskeyQuestion<Options>>;
  /** Asks the browser. */
  ask: (question: { optionsJSON: Options }) => Promise<unknown>;
  /** Takes the browser's answer, as `answer`. */
  action: (state: FormState, form: FormData) => Promise<FormState>;
  label: string;
  tone?: ButtonTone;
  /** Across the whole width, as in a column of ways to sign in. */
  isWide?: boolean;
  /** Fields above the button. */
  children?: (state: FormState) => ReactNode;
}

/** A form that a passkey answers. Without a script there is no way to ask one, and nothing is offered. */
export function PasskeyForm<Options>(props: PasskeyFormProps<Options>) {
  const { begin, ask, action, label, tone = "plain", isWide = false, children } = props;
  const isHydrated = useHydrated();
  const [state, dispatch, isPending] = useActionState(async (before: FormState, form: FormData) => {
    const { options, ...problem } = await begin();
    if (options === undefined) return problem;
    try {
      form.set("answer", JSON.stringify(await ask({ optionsJSON: options })));
    } catch (error) {
      return { message: sayPasskeyProblem(error) };
    }
    return action(before, form);
  }, EMPTY_FORM);

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (!isPending) startTransition(() => dispatch(form));
  }

  if (isHydrated && !browserSupportsWebAuthn()) return null;
  return (
    <form onSubmit={onSubmit} className={`space-y-4 ${isHydrated ? "" : "invisible"}`}>
      <div className="empty:hidden">
        <FormNotice state={state} />
      </div>
      {children?.(state)}
      <Button
        type="submit"
        tone={tone}
        aria-disabled={isPending || undefined}
        className={isWide ? "w-full" : ""}
      >
        {isPending ? <LoaderCircle aria-hidden className="animate-spin" /> : <KeyRound aria-hidden />}
        {isPending ? "Waiting for your passkey…" : label}
      </Button>
    </form>
  );
}
