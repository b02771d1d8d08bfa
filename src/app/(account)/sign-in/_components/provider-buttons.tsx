import { LogIn } from "lucide-react";
import { ProviderProblem } from "#app/handshake/_components/provider-problem.tsx";
import { configuredProviders } from "#app/handshake/configured-providers.ts";
import { buttonClass } from "#ui/button.tsx";

/** One form for each service that is configured, and nothing where none is. They work without a script. */
export function ProviderButtons({ to = "/" }: { to?: string }) {
  const providers = configuredProviders();
  if (providers.length === 0) return null;
  return (
    <div className="space-y-3">
      <ProviderProblem names={Object.fromEntries(providers.map(({ id, name }) => [id, name]))} />
      {providers.map(({ id, name }) => (
        <form key={id} method="post" action={`/api/auth/signin/${id}`}>
          <input type="hidden" name="to" value={to} />
          <button type="submit" className={buttonClass("plain", "w-full")}>
            <LogIn aria-hidden />
            Continue with {name}
          </button>
        </form>
      ))}
    </div>
  );
}
