import GitHubProvider, { type GithubProfile } from "next-auth/providers/github";
import type { OAuthConfig } from "next-auth/providers/oauth";
import type { Claims } from "./configured-providers.ts";
import { PATIENCE } from "./open-id-connect.ts";

interface Registration {
  clientId: string;
  clientSecret: string;
}

/** Where GitHub is; a test stands in for it. */
interface Places {
  web: string;
  api: string;
}

const GITHUB: Places = { web: "https://github.com", api: "https://api.github.com" };

/**
 * What next-auth is told of GitHub: OAuth 2 with state and PKCE. Its own way of reading the address is replaced: the public one of
 * the profile is what somebody typed, only the list of addresses says what was verified.
 */
export function gitHub(
  { clientId, clientSecret }: Registration,
  { web, api }: Places = GITHUB,
): OAuthConfig<Claims> {
  return GitHubProvider<GithubProfile>({
    clientId,
    clientSecret,
    issuer: `${web}/login/oauth`,
    authorization: `${web}/login/oauth/authorize?scope=read:user+user:email`,
    token: `${web}/login/oauth/access_token`,
    checks: ["pkce", "state"],
    httpOptions: PATIENCE,
    userinfo: {
      url: `${api}/user`,
      async request({ client, tokens }) {
        if (!tokens.access_token) throw new TypeError("GitHub gave no access token.");
        const profile = await client.userinfo(tokens.access_token);
        const answer = await fetch(`${api}/user/emails`, {
          headers: { accept: "application/json", authorization: `Bearer ${tokens.access_token}` },
          signal: AbortSignal.timeout(PATIENCE.timeout),
        });
        const emails: unknown = answer.ok ? await answer.json() : [];
        return { ...profile, emails };
      },
    },
    profile: ({ id }) => ({ id: String(id ?? "") }),
  }) as OAuthConfig<Claims>;
}
