import type { OAuthConfig } from "next-auth/providers/oauth";
import type { Claims } from "./configured-providers.ts";

interface Registration {
  id: string;
  /** Without a slash at its end. */
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** How long a service may take to answer. */
export const PATIENCE = { timeout: 8_000 };

/**
 * What next-auth is told of an OpenID Connect issuer: authorization code with PKCE, state and nonce; the ID token is checked against
 * the keys, the issuer and the audience.
 */
export function openIdConnect({ id, issuer, clientId, clientSecret }: Registration): OAuthConfig<Claims> {
  return {
    id,
    name: id,
    type: "oauth",
    issuer,
    clientId,
    clientSecret,
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    httpOptions: PATIENCE,
    userinfo: {
      async request({ client, tokens: given }) {
        // next-auth hands over what openid-client answered, and calls it by a narrower type.
        const tokens = given as Exclude<Parameters<typeof client.userinfo>[0], string>;
        // Whoever answers for another issuer's discovery must not name its people (OpenID Connect Discovery, section 4.3).
        if (client.issuer.metadata.issuer.replace(/\/$/, "") !== issuer) {
          throw new TypeError("The issuer calls itself by another address than the configured one.");
        }
        const claims: Claims = tokens.claims();
        // The ID token need not hold what the scopes ask for (OpenID Connect Core, section 5.4); `client` compares the subjects.
        if (claims.email !== undefined || !client.issuer.metadata.userinfo_endpoint) return claims;
        return { ...(await client.userinfo(tokens)), ...claims };
      },
    },
    profile: ({ sub }) => ({ id: String(sub ?? "") }),
  };
}
