import type { MyPasskey } from "#domain/people/list-my-factors.ts";
import { Fold } from "#ui/fold.tsx";
import { Section } from "#ui/page-header.tsx";
import { When } from "#ui/when.tsx";
import { AddPasskeyForm } from "./add-passkey-form.tsx";
import { RemovePasskeyForm, RenamePasskeyForm } from "./passkey-forms.tsx";

interface PasskeysSectionProps {
  passkeys: readonly MyPasskey[];
  zone: string;
  now: Date;
  /** What this browser is called. */
  device: string;
  /** Whether the person proved who they are not long ago. */
  canChange: boolean;
  /** What else removing the only one would do. */
  lastOneWarning: string | null;
}

/** The person's passkeys. */
export function PasskeysSection(props: PasskeysSectionProps) {
  const { passkeys, zone, now, device, canChange, lastOneWarning } = props;
  return (
    <Section title="Passkeys">
      <p className="mb-4 max-w-[62ch] text-soft">
        A passkey is kept by your device or your password manager. It signs you in without an address, and
        counts as two factors: the device, and the finger, face or number that opens it.
      </p>
      {passkeys.length > 0 ? (
        <ul className="mb-5">
          {passkeys.map(({ id, name, isBackedUp, createdAt, lastUsedAt }) => (
            <li key={id} className="-mt-px">
              <Fold
                title={<span className="min-w-0 break-words">{name}</span>}
                hint={
                  <>
                    {lastUsedAt ? "last used " : "added "}
                    <When at={lastUsedAt ?? createdAt} zone={zone} now={now} />
                  </>
                }
              >
                <div className="space-y-4">
                  <p className="text-sm text-soft">
                    Added <When at={createdAt} zone={zone} />.{" "}
                    {isBackedUp ? "Your password manager keeps a copy." : "It is on that one device alone."}
                  </p>
                  <RenamePasskeyForm passkeyId={id} name={name} />
                  {canChange ? (
                    <div className="space-y-2">
                      {lastOneWarning ? <p className="max-w-[62ch] text-sm">{lastOneWarning}</p> : null}
                      <RemovePasskeyForm passkeyId={id} name={name} />
                    </div>
                  ) : null}
                </div>
              </Fold>
            </li>
          ))}
        </ul>
      ) : null}
      {canChange ? <AddPasskeyForm device={device} /> : null}
    </Section>
  );
}
