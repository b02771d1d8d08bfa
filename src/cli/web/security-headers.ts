const A_YEAR_IN_SECONDS = 31_536_000;

/**
 * What every response carries, files and errors too. The policy here is for what is no page of ours: it lets nothing run. Pages get
 * theirs from `src/proxy.ts`, which replaces it; where that is missing, a page is plain text.
 *
 * @param keepsHttps whether browsers shall insist on https from now on
 */
export function securityHeaders(keepsHttps: boolean): Record<string, string> {
  return {
    "Content-Security-Policy":
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "Permissions-Policy":
      "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), publickey-credentials-create=(self), publickey-credentials-get=(self)",
    // Not "no-referrer": browsers would then send `Origin: null` with our own forms.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    ...(keepsHttps ? { "Strict-Transport-Security": `max-age=${A_YEAR_IN_SECONDS}` } : {}),
  };
}
