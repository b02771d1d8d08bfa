export interface RelyingParty {
  /** The host, without a port: what a passkey is bound to. */
  rpID: string;
  /** What the browser must say it was on. */
  expectedOrigin: string;
}

/** Who asks for the passkey, by the one configured origin. */
export function relyingPartyOf(origin: string): RelyingParty {
  const url = new URL(origin);
  return { rpID: url.hostname, expectedOrigin: url.origin };
}
