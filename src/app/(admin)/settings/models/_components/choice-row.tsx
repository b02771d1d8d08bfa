import Link from "next/link";
import { describeProvider } from "#domain/usage/describe-provider.ts";
import type { ChosenModel, ModelChoiceRow } from "#domain/usage/list-model-choices.ts";
import { Pill } from "#ui/pill.tsx";
import { TakeBackForm } from "./take-back-form.tsx";

/** One choice: for what, which model, which one instead of it, and what is in the way. */
export function ChoiceRow({ choice }: { choice: ModelChoiceRow }) {
  const { id, projectTitle, purposeLabel, chosen, fallback } = choice;
  const what = `${projectTitle ?? "All projects"}, ${purposeLabel ?? "everything"}`;
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-line py-4 sm:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <p className="text-sm text-soft">{what}</p>
        <p className="mt-0.5">
          <Named {...chosen} />
        </p>
        {fallback ? (
          <p className="mt-0.5 text-soft">
            When it can’t be reached: <Named {...fallback} />
          </p>
        ) : null}
      </div>
      <div className="flex flex-wrap items-baseline gap-x-4">
        <Link className="link" href={`/settings/models?choice=${id}#choose`}>
          Change<span className="sr-only"> the choice for {what}</span>
        </Link>
        <TakeBackForm choiceId={id} what={what} />
      </div>
    </li>
  );
}

function Named({ provider, model, isSetUp, hasPrice }: ChosenModel) {
  const prices = `/usage/prices?${new URLSearchParams({ provider, model })}#enter`;
  return (
    <>
      <span className="break-all">{model}</span>{" "}
      <span className="text-soft">of {describeProvider(provider)}</span>
      {isSetUp ? null : (
        <span className="ml-2 inline-block">
          <Pill tone="bad">its provider is not set up</Pill>
        </span>
      )}
      {hasPrice ? null : (
        <span className="ml-2 inline-block">
          <Pill tone="bad">no price:</Pill>{" "}
          <Link className="link text-sm" href={prices}>
            enter it<span className="sr-only"> for {model}</span>
          </Link>
        </span>
      )}
    </>
  );
}
