"use client";

import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { ActionForm } from "#ui/action-form.tsx";
import type { FormState } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { actOnNotes } from "../actions.ts";
import { chooseAll, firstChosen, focusRow, listenToBoard } from "../listen-to-board.ts";

/** What can be done with the notes of a page: those that wait are settled or accepted, declined ones taken up again. */
export interface BulkActs {
  settle: boolean;
  reopen: boolean;
}

interface BulkFormProps {
  acts: BulkActs;
  /** The notes. */
  children: ReactNode;
}

/** The notes of the board in one form, with what can be done with those that are chosen. Boxes and buttons work without a script. */
export function BulkForm({ acts, children }: BulkFormProps) {
  return (
    <ActionForm action={actOnNotes} className="group/board">
      {(state) => (
        <>
          <BulkBar state={state} acts={acts} />
          {children}
        </>
      )}
    </ActionForm>
  );
}

function BulkBar({ state, acts }: { state: FormState; acts: BulkActs }) {
  const bar = useRef<HTMLFieldSetElement>(null);
  const reason = useRef<HTMLInputElement>(null);
  const place = useRef(-1);
  // Null until the script runs: what it adds is not promised before.
  const [counts, setCounts] = useState<{ chosen: number; all: number } | null>(null);

  useEffect(() => {
    const form = bar.current?.closest("form");
    if (!form) return;
    const stop = new AbortController();
    const onChoice = (chosen: number, all: number) => setCounts({ chosen, all });
    listenToBoard({ form, onChoice, signal: stop.signal });
    form.addEventListener("submit", () => (place.current = firstChosen(form)), { signal: stop.signal });
    return () => stop.abort();
  }, []);

  // Once it is done, the keys go on where they were: at the note that stands in the place of those that left.
  useEffect(() => {
    const form = bar.current?.closest("form");
    if (!form || state.done === undefined) return;
    if (reason.current) reason.current.value = "";
    chooseAll(form, false);
    if (place.current >= 0) focusRow(form, place.current);
  }, [state]);

  return (
    <fieldset
      ref={bar}
      hidden={!acts.settle && !acts.reopen}
      aria-label="With the chosen notes"
      className="z-10 mb-2 flex flex-wrap items-center gap-2 border-b border-line bg-paper py-2.5 group-has-[input[name=notes]:checked]/board:sticky group-has-[input[name=notes]:checked]/board:top-[50px]"
    >
      {counts ? <AllOfPage {...counts} /> : <span className="text-soft">The chosen notes:</span>}
      {acts.settle ? <Settle state={state} reason={reason} /> : null}
      {acts.reopen ? <Act value="reopen">Reopen</Act> : null}
      {state.undo?.length ? (
        <>
          {state.undo.map((each) => (
            <input key={each} type="hidden" name="undone" value={each} />
          ))}
          <Act value="undo">Undo</Act>
        </>
      ) : null}
    </fieldset>
  );
}

function AllOfPage({ chosen, all }: { chosen: number; all: number }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = chosen > 0 && chosen < all;
  }, [chosen, all]);
  return (
    <label className="flex items-center gap-2 pr-2 whitespace-nowrap">
      <input
        ref={box}
        type="checkbox"
        className="size-4"
        checked={all > 0 && chosen === all}
        disabled={all === 0}
        onChange={(event) => {
          const { form, checked } = event.currentTarget;
          if (form) chooseAll(form, checked);
        }}
      />
      <span aria-live="polite">{chosen > 0 ? `${chosen} chosen` : "All of this page"}</span>
    </label>
  );
}

function Settle({ state, reason }: { state: FormState; reason: RefObject<HTMLInputElement | null> }) {
  const wrong = state.fields?.reason;
  return (
    <>
      {/* Enter in a field presses the first button of a form: it must be the one beside the field. */}
      <button type="submit" name="act" value="decline" tabIndex={-1} aria-hidden className="sr-only" />
      <label htmlFor="field-reason" className="sr-only">
        Reason, for the author to read
      </label>
      <input
        ref={reason}
        id="field-reason"
        name="reason"
        maxLength={500}
        placeholder="Reason, for the author to read"
        autoComplete="off"
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? "field-reason-note" : undefined}
        className="control min-w-0 grow basis-64"
      />
      <Act value="decline">Decline</Act>
      <Act value="used">Mark done</Act>
      <Act value="accept">Accept</Act>
      {wrong ? (
        <p id="field-reason-note" className="w-full text-sm text-bad">
          {wrong}
        </p>
      ) : null}
    </>
  );
}

function Act({ value, children }: { value: string; children: ReactNode }) {
  return (
    <SubmitButton tone="plain" name="act" value={value}>
      {children}
    </SubmitButton>
  );
}
