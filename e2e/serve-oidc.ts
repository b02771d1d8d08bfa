import { startOidcServer } from "../src/testing/oidc-server.ts";
import { OIDC_ACCOUNTS, OIDC_PORT } from "./oidc-accounts.ts";

/** Lets people sign in at the tests' OpenID Connect provider, for the system at `origin`. */
export async function serveOidc(origin: string): Promise<void> {
  await startOidcServer({
    port: OIDC_PORT,
    accounts: OIDC_ACCOUNTS,
    redirectUris: [`${origin}/api/auth/callback/oidc`],
  });
}
