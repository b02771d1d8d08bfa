import { ProviderProblem } from "#app/handshake/_components/provider-problem.tsx";
import { configuredProviders } from "#app/handshake/configured-providers.ts";
import { requireWhole } from "#app/session.ts";
import { listIdentities } from "#domain/people/list-identities.ts";
import { isRecentlyProven } from "#domain/people/personal.ts";
import { buttonClass } from "#ui/button.tsx";
import { Section } from "#ui/page-header.tsx";
import { When } from "#ui/when.tsx";
import { DisconnectForm } from "./disconnect-form.tsx";

/** The accounts of other services that somebody signs in with. Nothing where none is configured and none connected. */
export async function IdentitiesSection() {
  const { me, person, organization } = await requireWhole();
  const providers = configuredProviders();
  const canChange = isRecentlyProven(me);
  const identities = await listIdentities(me, {});
  if (providers.length === 0 && identities.length === 0) return null;
  const zone = person.timeZone ?? organization?.reportingZone ?? "UTC";
  const nameOf = (namespace: string) =>
    providers.find((provider) => provider.namespace === namespace)?.name ?? namespace;
  return (
    <Section title="Other services">
      <div id="services" className="mb-4 scroll-mt-28 empty:mb-0">
        <ProviderProblem names={Object.fromEntries(providers.map(({ id, name }) => [id, name]))} />
      </div>
      {identities.length === 0 ? (
        <p className="mb-4 text-soft">
          Connect an account that you have elsewhere, and sign in here by signing in there.
        </p>
      ) : (
        <ul className="mb-4 divide-y divide-line border-y border-line">
          {identities.map(({ id, provider, label, createdAt, lastUsedAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
              <div className="min-w-0">
                <p className="break-words">
                  {nameOf(provider)}
                  {label ? <span className="text-soft"> · {label}</span> : null}
                </p>
                <p className="text-sm text-soft">
                  Last used <When at={lastUsedAt ?? createdAt} zone={zone} now={me.clock.now()} />
                </p>
              </div>
              {canChange ? <DisconnectForm identityId={id} name={nameOf(provider)} /> : null}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-3">
        {(canChange ? providers : []).map(({ id, name }) => (
          <form key={id} method="post" action={`/api/auth/signin/${id}`}>
            <input type="hidden" name="for" value="connect" />
            <button type="submit" className={buttonClass()}>
              Connect {name}
            </button>
          </form>
        ))}
      </div>
    </Section>
  );
}
