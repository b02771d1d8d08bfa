import type { NextConfig } from "next";

/** Scripts get their nonce policy per request; everything that needs no nonce is settled here once. */
const contentSecurityPolicy = [
  "base-uri 'none'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "frame-src 'none'",
  "img-src 'self' data:",
  "object-src 'none'",
].join("; ");

const securityHeaders = [
  { key: "Content-Security-Policy", value: contentSecurityPolicy },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=()" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
];

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  devIndicators: false,
  // `npm run lint` and `npm run typecheck` run the compiler over the whole tree; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Native, very large, or loading files beside themselves: required by Node instead of bundled.
  serverExternalPackages: [
    "@prisma/adapter-pg",
    "chardet",
    "file-type",
    "gpt-tokenizer",
    "graphile-worker",
    "iconv-lite",
    "pg",
    "pino",
    "prom-client",
    "wink-eng-lite-web-model",
    "wink-nlp",
  ],
  async headers() {
    return [{ source: "/:path*", headers: securityHeaders }];
  },
};

export default config;
