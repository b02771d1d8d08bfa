import type { OidcAccount } from "../src/testing/oidc-server.ts";

/** Where the tests' OpenID Connect provider listens; on another host than the system, as providers are. */
export const OIDC_PORT = 3390;
export const OIDC_ISSUER = `http://127.0.0.1:${OIDC_PORT}`;

/** Who may be chosen there. */
export const OIDC_ACCOUNTS: OidcAccount[] = [
  { subject: "stranger", email: "stranger@example.test", isEmailVerified: true },
  { subject: "impostor", email: "owner@episodic.local", isEmailVerified: true },
  { subject: "pia", email: "pia.private@elsewhere.test", isEmailVerified: false },
];
