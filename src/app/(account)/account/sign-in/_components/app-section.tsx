import type { MyFactors } from "#domain/people/list-my-factors.ts";
import { Section } from "#ui/page-header.tsx";
import { When } from "#ui/when.tsx";
import { BeginAppForm, RemoveAppForm } from "./app-forms.tsx";

interface AppSectionProps {
  app: MyFactors["authenticatorApp"];
  zone: string;
  canChange: boolean;
  lastOneWarning: string | null;
}

/** The app that shows time-based codes. */
export function AppSection({ app, zone, canChange, lastOneWarning }: AppSectionProps) {
  return (
    <Section title="Authenticator app">
      <p className="mb-4 max-w-[62ch] text-soft">
        {app ? (
          <>
            Set up on <When at={app.confirmedAt} zone={zone} />. It is asked for after a mail, a password or
            another service has let you in.
          </>
        ) : (
          "An app on your phone shows a code of six digits, new every half minute. It is asked for after a mail, a password or another service has let you in."
        )}
      </p>
      {app && canChange && lastOneWarning ? (
        <p className="mb-3 max-w-[62ch] text-sm">{lastOneWarning}</p>
      ) : null}
      {canChange ? app ? <RemoveAppForm /> : <BeginAppForm to="/account/sign-in" /> : null}
    </Section>
  );
}
