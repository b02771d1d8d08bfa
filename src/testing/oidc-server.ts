import { generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type Configuration, type JWK } from "oidc-provider";

export interface OidcAccount {
  subject: string;
  email?: string;
  /** What `email_verified` holds; left out, the provider does not say. */
  isEmailVerified?: unknown;
}

/** What the provider does wrong from now on. */
export type OidcFault = "other-nonce" | "other-issuer" | "foreign-keys" | "dead-codes" | "silent";

export interface OidcServer {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** By subject; they may be changed at any time. */
  accounts: Map<string, OidcAccount>;
  fault: OidcFault | null;
  /** Signs by another key from now on, and shows that one. */
  rotateKeys(): void;
  close(): Promise<void>;
}

interface Options {
  redirectUris: string[];
  accounts: OidcAccount[];
  port?: number;
  /** Puts the address into the ID token too, instead of behind the userinfo endpoint alone. */
  isEmailInIdToken?: boolean;
}

/** A real OpenID Connect provider, which lets everybody choose who they are by a button. */
export async function startOidcServer(options: Options): Promise<OidcServer> {
  const { port = 0, accounts } = options;
  let provider: Provider | undefined;
  const http = createServer((request, response) => {
    if (server.fault === "silent" || !provider) return void response.writeHead(503).end();
    void answer(provider, server, request, response);
  });
  await new Promise<void>((listening) => http.listen(port, "127.0.0.1", listening));
  const server: OidcServer = {
    issuer: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    clientId: "episodic",
    clientSecret: "a secret of the tests' own provider",
    accounts: new Map(accounts.map((account) => [account.subject, account])),
    fault: null,
    rotateKeys: () => {
      provider = makeProvider(server, options);
    },
    close: () =>
      new Promise((closed) => {
        http.close(() => closed());
        http.closeAllConnections();
      }),
  };
  server.rotateKeys();
  return server;
}

function makeProvider(server: OidcServer, { redirectUris, isEmailInIdToken = false }: Options): Provider {
  const configuration: Configuration = {
    clients: [
      {
        client_id: server.clientId,
        client_secret: server.clientSecret,
        redirect_uris: redirectUris,
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["preferred_username"] },
    conformIdTokenClaims: !isEmailInIdToken,
    cookies: { keys: [randomUUID()] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    jwks: { keys: [newKey()] },
    pkce: { required: () => true },
    ttl: {
      AuthorizationCode: 60,
      AccessToken: 60,
      Grant: 600,
      IdToken: 60,
      Interaction: 600,
      Session: 600,
    },
    findAccount: (_, subject) => {
      const account = server.accounts.get(subject);
      if (!account) return undefined;
      const { email, isEmailVerified } = account;
      const claims = {
        sub: subject,
        preferred_username: `${subject} of the tests`,
        ...(email === undefined ? {} : { email }),
        ...(isEmailVerified === undefined ? {} : { email_verified: isEmailVerified }),
      };
      // A provider that says nonsense has no type.
      return { accountId: subject, claims: () => claims as { sub: string } };
    },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        ...(oidc.client ? { clientId: oidc.client.clientId } : {}),
        ...(oidc.session?.accountId ? { accountId: oidc.session.accountId } : {}),
      });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  };
  const provider = new Provider(server.issuer, configuration);
  const foreign = { keys: [publicPart(newKey())] };
  provider.use(async (ctx, next) => {
    if (ctx.path === "/auth" && server.fault === "other-nonce")
      ctx.query = { ...ctx.query, nonce: "another" };
    await next();
    if (ctx.path.endsWith("/openid-configuration") && server.fault === "other-issuer") {
      ctx.body = { ...(ctx.body as object), issuer: "https://elsewhere.example.test" };
    }
    if (ctx.path === "/jwks" && server.fault === "foreign-keys") ctx.body = foreign;
    const [, code] = /[?&]code=([^&]+)/.exec(ctx.response.get("location")) ?? [];
    if (code && server.fault === "dead-codes") await (await provider.AuthorizationCode.find(code))?.destroy();
  });
  return provider;
}

async function answer(
  provider: Provider,
  server: OidcServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", server.issuer);
  if (!pathname.startsWith("/interaction/")) return provider.callback()(request, response);
  if (request.method === "POST") {
    const accountId = searchParams.get("as");
    const result = accountId
      ? { login: { accountId, remember: false } }
      : { error: "access_denied", error_description: "<script>alert(1)</script> of the provider" };
    return provider.interactionFinished(request, response, result);
  }
  const buttons = [...server.accounts.keys(), ""].map(
    (subject) =>
      `<form method="post" action="${pathname}?as=${subject}"><button>${subject || "Cancel"}</button></form>`,
  );
  response.setHeader("content-type", "text/html").end(`<title>Provider</title>${buttons.join("")}`);
}

function newKey(): JWK {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), kid: randomUUID(), use: "sig", alg: "RS256" } as JWK;
}

function publicPart({ kty, n, e, kid, use, alg }: JWK): object {
  return { kty, n, e, kid, use, alg };
}

/** Walks through the provider as somebody with a browser does, and gives the address that it leads back to. */
export async function chooseAccount(address: string, subject: string): Promise<URL> {
  const jar = new Map<string, string>();
  let next = new URL(address);
  const { origin } = next;
  let method = "GET";
  for (let steps = 0; steps < 10; steps += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answered = await fetch(next, { method, redirect: "manual", headers: { cookie } });
    for (const line of answered.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const location = answered.headers.get("location");
    if (location === null && method === "POST") break;
    method = location === null ? "POST" : "GET";
    next = new URL(location ?? `?as=${encodeURIComponent(subject)}`, next);
    if (next.origin !== origin) return next;
  }
  throw new Error(`the provider leads nowhere from ${next.href}`);
}
