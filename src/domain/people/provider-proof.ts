import { z } from "zod";
import { EmailAddress } from "./email-address.ts";

/** What another service proved about somebody, once the handshake with it is through. */
export const ProviderProof = z.object({
  /** Who says so: `github`, `google`, `entra`, or the address of an OpenID Connect issuer. */
  provider: z.string().min(1).max(300),
  /** What people call the service. */
  providerName: z.string().min(1).max(60),
  /** The service's own, unchanging name for the person. */
  subject: z.string().min(1).max(255),
  /** Only when the service vouches that it is theirs; one that could be mistaken for another is none. */
  verifiedEmail: EmailAddress.nullable().catch(null),
  /** What the service calls them, for display. */
  label: z
    .string()
    .transform((text) => text.replace(/[\p{Cc}\p{Cf}]/gu, "").slice(0, 100) || null)
    .nullable(),
});
export type ProviderProof = z.input<typeof ProviderProof>;
