import { createHash, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface GitHubAccount {
  id: number;
  login: string;
  /** What somebody typed into their profile for all to see. */
  email: string | null;
  emails: { email: string; primary: boolean; verified: boolean; visibility: string | null }[];
}

export interface GitHubServer {
  url: string;
  /** Who says yes next. */
  account: GitHubAccount;
  /** A token that this account gave to another application. */
  tokenOf(account: GitHubAccount): string;
  close(): Promise<void>;
}

interface Grant {
  account: GitHubAccount;
  challenge: string;
}

/** Answers as GitHub does: OAuth 2 with PKCE, the profile and the list of addresses (docs.github.com, "Authorizing OAuth apps"). */
export async function startGitHubServer(account: GitHubAccount): Promise<GitHubServer> {
  const codes = new Map<string, Grant>();
  const tokens = new Map<string, GitHubAccount>();
  const giveToken = (owner: GitHubAccount) => {
    const token = randomUUID();
    tokens.set(token, owner);
    return token;
  };
  const http = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const json = (body: object, status = 200) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    const owner = tokens.get(request.headers.authorization?.replace(/^Bearer /i, "") ?? "");
    switch (pathname) {
      case "/login/oauth/authorize": {
        const code = randomUUID();
        codes.set(code, { account: server.account, challenge: searchParams.get("code_challenge") ?? "" });
        const back = new URL(searchParams.get("redirect_uri") ?? "");
        back.search = `${new URLSearchParams({ code, state: searchParams.get("state") ?? "" })}`;
        return response.writeHead(302, { location: back.href }).end();
      }
      case "/login/oauth/access_token": {
        const sent = new URLSearchParams(await text(request));
        const grant = codes.get(sent.get("code") ?? "");
        codes.delete(sent.get("code") ?? "");
        const shown = createHash("sha256")
          .update(sent.get("code_verifier") ?? "")
          .digest("base64url");
        if (grant?.challenge !== shown) return json({ error: "bad_verification_code" });
        return json({ access_token: giveToken(grant.account), token_type: "bearer", scope: "read:user" });
      }
      case "/user":
        return owner ? json({ ...owner, emails: undefined }) : json({ message: "Bad credentials" }, 401);
      case "/user/emails":
        return owner ? json(owner.emails) : json({ message: "Bad credentials" }, 401);
      default:
        return json({ message: "Not Found" }, 404);
    }
  });
  await new Promise<void>((listening) => http.listen(0, "127.0.0.1", listening));
  const server: GitHubServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    account,
    tokenOf: giveToken,
    close: () =>
      new Promise((closed) => {
        http.close(() => closed());
        http.closeAllConnections();
      }),
  };
  return server;
}
