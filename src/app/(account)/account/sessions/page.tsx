import type { Metadata } from "next";
import { requireWhole } from "#app/session.ts";
import { listMySessions, type MySession } from "#domain/people/list-my-sessions.ts";
import { Page, PageHeader } from "#ui/page-header.tsx";
import { Pill } from "#ui/pill.tsx";
import { When } from "#ui/when.tsx";
import { AccountTabs } from "../_components/account-tabs.tsx";
import { EndForm, EndOthersForm } from "./_components/end-forms.tsx";

export const metadata: Metadata = { title: "Sessions" };

const METHODS: Record<MySession["method"], string> = {
  EMAIL_CODE: "by a code from a mail",
  EMAIL_LINK: "by a link from a mail",
  ONE_TIME_LINK: "by a link from the command line",
  PASSKEY: "by a passkey",
  PASSWORD: "by password",
  PROVIDER: "by another service",
};

/** Where a person is signed in, and the way to be no longer. */
export default async function SessionsPage() {
  const { me, person, organization } = await requireWhole();
  const sessions = await listMySessions(me, {});
  const now = me.clock.now();
  const zone = person.timeZone ?? organization?.reportingZone ?? "UTC";
  return (
    <Page narrow>
      <PageHeader title="Sessions">
        The browsers in which you are signed in. One that you don’t know is best signed out, and your ways to
        sign in looked through.
      </PageHeader>
      <AccountTabs />
      <ul className="-mt-4 mb-6">
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-line py-4"
          >
            <div className="min-w-0">
              <p className="flex flex-wrap items-baseline gap-x-3 font-medium">
                {session.device}
                {session.isThis ? <Pill tone="good">this browser</Pill> : null}
                {session.isHalf ? <Pill tone="warn">waits for the second factor</Pill> : null}
              </p>
              <p className="text-sm text-soft">
                {session.place}
                {session.address ? ` · ${session.address}` : null} · used{" "}
                <When at={session.lastUsedAt} zone={zone} now={now} />
              </p>
              <p className="text-sm text-soft">
                Signed in <When at={session.startedAt} zone={zone} /> {METHODS[session.method]}
              </p>
            </div>
            {session.isThis ? null : <EndForm sessionId={session.id} device={session.device} />}
          </li>
        ))}
      </ul>
      <EndOthersForm hasOthers={sessions.length > 1} />
      <p className="mt-6 max-w-[60ch] text-sm text-soft">
        Places are those to which network addresses are registered, and may be wrong.
      </p>
    </Page>
  );
}
