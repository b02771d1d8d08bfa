import { z } from "zod";
import type { Claims } from "./configured-providers.ts";

const VouchedByIssuer = z.object({ email: z.string(), email_verified: z.literal(true) });

/** OpenID Connect Core, section 5.1: `email_verified` is a boolean. A text that reads "true" was not meant. */
export function vouchedByIssuer(claims: Claims): string | null {
  const found = VouchedByIssuer.safeParse(claims);
  return found.success ? found.data.email : null;
}

const VouchedByEntra = z.object({
  email: z.string(),
  xms_edov: z.union([z.literal(true), z.literal(1), z.literal("1"), z.literal("true")]),
});

/**
 * In Entra ID whoever runs a directory types the addresses; `xms_edov` says that the domain's owner was verified (Microsoft, "Migrate
 * away from using email claims for user identification").
 */
export function vouchedByEntra(claims: Claims): string | null {
  const found = VouchedByEntra.safeParse(claims);
  return found.success ? found.data.email : null;
}

const GitHubAddresses = z.object({
  emails: z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() })),
});

/** GitHub's primary address, where it was verified; the others of an account may be shared or forgotten. */
export function vouchedByGitHub(claims: Claims): string | null {
  const found = GitHubAddresses.safeParse(claims);
  const primary = found.data?.emails.find((one) => one.primary && one.verified);
  return primary?.email ?? null;
}
