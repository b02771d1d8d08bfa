import { env } from "#platform/env.ts";
import { MailForm } from "./mail-form.tsx";
import { NoMailServer } from "./no-mail-server.tsx";
import { ProviderButtons } from "./provider-buttons.tsx";

interface SignInWaysProps {
  /** Where to go afterwards, a path of ours. */
  to: string;
  /** Their address, when it is known who asks. */
  email?: string;
}

/** Every way in that this installation has, the one that everybody has first. */
export function SignInWays({ to, email }: SignInWaysProps) {
  const hasMail = env().SMTP_URL !== undefined;
  return (
    <div className="space-y-6">
      {hasMail ? <MailForm to={to} {...(email ? { email } : {})} /> : null}
      <ProviderButtons to={to} />
      {hasMail ? null : <NoMailServer />}
    </div>
  );
}
