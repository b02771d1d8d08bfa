import { z } from "zod";
import type { Keys } from "#platform/keys.ts";
import type { ConfiguredProvider } from "./configured-providers.ts";
import { cookieNames } from "./handshake-cookies.ts";
import { type HandshakePurpose, sealPurpose } from "./handshake-purpose.ts";
import { handshakeBase, runNextAuth } from "./run-next-auth.ts";

const Csrf = z.object({ csrfToken: z.string() });

/** Gives the cookies of a new handshake, by name; null when the service can't be asked at this moment. */
export async function startHandshake(
  keys: Keys,
  provider: ConfiguredProvider,
  wants: HandshakePurpose["wants"],
): Promise<Map<string, string> | null> {
  // Where the request came from was checked before. next-auth's own check is satisfied on the spot; its token never leaves the server.
  const csrf = await runNextAuth(keys, { action: "csrf", method: "GET", provider });
  const answer = await runNextAuth(keys, {
    action: "signin",
    method: "POST",
    provider,
    cookies: Object.fromEntries(valuesOf(csrf.cookies)),
    body: Csrf.parse(csrf.body),
  });
  const address = answer.location === null ? null : URL.parse(answer.location);
  const state = address?.searchParams.get("state");
  if (!address || !state || address.href.startsWith(handshakeBase())) return null;
  const names = cookieNames();
  const cookies = valuesOf(answer.cookies);
  for (const name of cookies.keys()) {
    if (![names.state, names.nonce, names.pkce].includes(name)) cookies.delete(name);
  }
  const purpose = { provider: provider.id, state, address: address.href, wants };
  return cookies.set(names.purpose, await sealPurpose(keys, purpose));
}

/** The values by name; what else stands in the lines is as `handshakeCookie` says. */
function valuesOf(lines: string[]): Map<string, string> {
  return new Map(
    lines.map((line) => {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
    }),
  );
}
