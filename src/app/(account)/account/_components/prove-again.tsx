import { ButtonLink } from "#ui/button.tsx";

/** Said where something can be changed only by who proved not long ago that it is them. `to` is where they come back to. */
export function ProveAgain({ to }: { to: string }) {
  return (
    <div className="mb-8 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-l-2 border-warn bg-sunk px-4 py-3">
      <p className="max-w-[48ch]">
        To change a way in, prove once more that it is you: your last proof is more than fifteen minutes old.
      </p>
      <ButtonLink href={`/sign-in/again?to=${encodeURIComponent(to)}`}>Prove it again</ButtonLink>
    </div>
  );
}
