import { env } from "#platform/env.ts";
import { MailForm } from "./mail-form.tsx";
import { NoMailServer } from "./no-mail-server.tsx";
import { PasskeyButton } from "./passkey-button.tsx";
import { PasswordForm } from "./password-form.tsx";
import { ProviderButtons } from "./provider-buttons.tsx";

interface SignInWaysProps {
  /** Where to go afterwards, a path of ours. */
  to: string;
  /** Their address, when it is known who asks. */
  email?: string;
  /** False when they are known to have none. */
  hasPassword?: boolean;
}

/** Every way in that this installation has, the one that everybody has first. */
export function SignInWays({ to, email, hasPassword = true }: SignInWaysProps) {
  const hasMail = env().SMTP_URL !== undefined;
  const who = email === undefined ? {} : { email };
  return (
    <div className="space-y-5">
      {hasMail ? (
        <>
          <MailForm to={to} {...who} />
          <p className="flex items-center gap-4 text-sm text-soft before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
            or
          </p>
        </>
      ) : null}
      <div className="space-y-3">
        <PasskeyButton to={to} />
        <ProviderButtons to={to} />
      </div>
      {hasPassword ? <PasswordForm to={to} {...who} open={!hasMail} /> : null}
      {hasMail ? null : <NoMailServer />}
    </div>
  );
}
