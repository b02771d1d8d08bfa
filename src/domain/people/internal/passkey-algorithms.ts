import { COSEALG } from "@simplewebauthn/server/helpers";

/** What a passkey may sign with, the preferred first; fixed here, because a key that was taken must be understood for as long as it lives. */
export const PASSKEY_ALGORITHMS = [COSEALG.EdDSA, COSEALG.ES256, COSEALG.RS256] as const;
