import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Two projects: `unit` needs nothing; `db` starts one embedded PostgreSQL and gives each file its own database. */
export default defineConfig({
  root,
  test: {
    // Vitest would leave one core to whoever watches; the database's own work fits beside two files at a time.
    maxWorkers: "100%",
    projects: [
      {
        root,
        test: {
          name: "unit",
          include: ["{src,jobs,prisma,bench,e2e}/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "**/*.db.test.ts"],
        },
      },
      {
        root,
        test: {
          name: "db",
          include: ["{src,jobs,prisma,bench}/**/*.db.test.ts"],
          globalSetup: ["src/testing/database-server.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
