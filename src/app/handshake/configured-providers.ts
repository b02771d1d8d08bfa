import type { OAuthConfig } from "next-auth/providers/oauth";
import { type Env, env } from "#platform/env.ts";
import { gitHub } from "./git-hub.ts";
import { openIdConnect } from "./open-id-connect.ts";
import { vouchedByEntra, vouchedByGitHub, vouchedByIssuer } from "./vouched-address.ts";

/** What a service says about somebody: the claims of an ID token, or what GitHub's interface answers. */
export type Claims = Record<string, unknown>;

/** A service that people may sign in with here. */
export interface ConfiguredProvider {
  /** Its name in our addresses. */
  id: "github" | "google" | "entra" | "oidc";
  /** What people call it. */
  name: string;
  /** Its name in the table of identities. An issuer is called by its address: another one has other subjects. */
  namespace: string;
  /** What next-auth is told of it. */
  config: OAuthConfig<Claims>;
  /** The address that the service says it has verified; null when it says no such thing. */
  vouchedAddress(claims: Claims): string | null;
}

const GOOGLE = "https://accounts.google.com";

/** The services whose variables are set, in the order in which they are shown. */
export function configuredProviders(settings: Env = env()): ConfiguredProvider[] {
  const found: ConfiguredProvider[] = [];
  const { GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET, GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET } = settings;
  if (GITHUB_CLIENT_ID && GITHUB_CLIENT_SECRET) {
    const config = gitHub({ clientId: GITHUB_CLIENT_ID, clientSecret: GITHUB_CLIENT_SECRET });
    found.push({
      id: "github",
      name: "GitHub",
      namespace: "github",
      config,
      vouchedAddress: vouchedByGitHub,
    });
  }
  if (GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET) {
    const config = openIdConnect({
      id: "google",
      issuer: GOOGLE,
      clientId: GOOGLE_CLIENT_ID,
      clientSecret: GOOGLE_CLIENT_SECRET,
    });
    found.push({
      id: "google",
      name: "Google",
      namespace: "google",
      config,
      vouchedAddress: vouchedByIssuer,
    });
  }
  const { ENTRA_CLIENT_ID, ENTRA_CLIENT_SECRET, ENTRA_TENANT_ID } = settings;
  if (ENTRA_CLIENT_ID && ENTRA_CLIENT_SECRET && ENTRA_TENANT_ID) {
    const config = openIdConnect({
      id: "entra",
      issuer: `https://login.microsoftonline.com/${ENTRA_TENANT_ID}/v2.0`,
      clientId: ENTRA_CLIENT_ID,
      clientSecret: ENTRA_CLIENT_SECRET,
    });
    found.push({
      id: "entra",
      name: "Microsoft",
      namespace: "entra",
      config,
      vouchedAddress: vouchedByEntra,
    });
  }
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = settings;
  if (OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET) {
    const issuer = OIDC_ISSUER.replace(/\/$/, "");
    const config = openIdConnect({
      id: "oidc",
      issuer,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
    });
    const name = OIDC_NAME ?? new URL(issuer).host;
    found.push({ id: "oidc", name, namespace: issuer, config, vouchedAddress: vouchedByIssuer });
  }
  return found;
}

/** The service of that name in our addresses; null when it is not configured. */
export function findProvider(id: string): ConfiguredProvider | null {
  return configuredProviders().find((provider) => provider.id === id) ?? null;
}
