import { defineConfig, devices } from "@playwright/test";
import { findChromium } from "../src/cli/test-run/find-chromium.ts";
import { SMTP_PORT } from "./mail-ports.ts";
import { MODEL_PORT, NO_MODEL_PORT } from "./model-port.ts";
import { OIDC_ISSUER } from "./oidc-accounts.ts";

const QUIET_CHROMIUM = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];
const NO_OTHER_PROVIDERS = {
  GITHUB_CLIENT_ID: "",
  GITHUB_CLIENT_SECRET: "",
  GOOGLE_CLIENT_ID: "",
  GOOGLE_CLIENT_SECRET: "",
  ENTRA_CLIENT_ID: "",
  ENTRA_CLIENT_SECRET: "",
  ENTRA_TENANT_ID: "",
};
/** One provider that answers, one whose key was revoked, one that can't be reached, and one that is not set up. */
const MODELS = {
  OPENAI_API_KEY: "a key of the tests' own",
  OPENAI_BASE_URL: `http://127.0.0.1:${MODEL_PORT}/v1`,
  ANTHROPIC_API_KEY: "an old key:revoked-key",
  ANTHROPIC_BASE_URL: `http://127.0.0.1:${MODEL_PORT}/v1`,
  COMPATIBLE_BASE_URL: `http://127.0.0.1:${NO_MODEL_PORT}/v1`,
  COMPATIBLE_API_KEY: "",
  COMPATIBLE_NAME: "Cellar",
  GOOGLE_API_KEY: "",
  GOOGLE_BASE_URL: "",
};
const executablePath = findChromium();
const isRoot = process.getuid?.() === 0;

/**
 * Starts the whole system on a data folder of its own, as `npm start` does, and hands its address and first sign-in link to the
 * tests as EPISODIC_ORIGIN and EPISODIC_SIGN_IN_LINK.
 */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../test-results",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Two cores carry the database, web, worker and the browser; and one journey's data should not be another's surprise.
  workers: 1,
  forbidOnly: true,
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.EPISODIC_ORIGIN ?? "",
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    screenshot: "only-on-failure",
    // The state of the page at every step is kept of a test that failed; a film of all of them would cost each test time.
    trace: { mode: "retain-on-failure", screenshots: false },
    launchOptions: {
      args: isRoot ? ["--no-sandbox", ...QUIET_CHROMIUM] : QUIET_CHROMIUM,
      ...(executablePath === null ? {} : { executablePath }),
    },
  },
  webServer: {
    name: "episodic",
    command: "node e2e/serve.ts",
    cwd: "..",
    // An empty variable counts as unset: nothing that is configured on this machine leaks in.
    env: {
      DATABASE_URL: "",
      EPISODIC_SECRET: "",
      HOST: "",
      NODE_ENV: "",
      ORIGIN: "",
      DATA_DIR: ".data/e2e",
      METRICS_PORT: "9564",
      PORT: "3300",
      OIDC_ISSUER,
      OIDC_CLIENT_ID: "episodic",
      OIDC_CLIENT_SECRET: "a secret of the tests' own provider",
      OIDC_NAME: "Acme",
      ...NO_OTHER_PROVIDERS,
      ...MODELS,
      SMTP_URL: `smtp://127.0.0.1:${SMTP_PORT}`,
      MAIL_FROM: "Episodic <episodic@example.test>",
    },
    wait: { stdout: /(?<episodic_sign_in_link>(?<episodic_origin>http:\/\/localhost:\d+)\/sign-in\/\S+)/ },
    stdout: "pipe",
    timeout: 240_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
  },
});
