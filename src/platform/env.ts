import path from "node:path";
import { z } from "zod";
import { parseNetworks } from "./trusted-proxies.ts";

const port = z.coerce.number().int().min(1).max(65_535);
const url = (protocols: RegExp, what: string) => z.url({ protocol: protocols, error: `must be ${what}` });
/** What is sent there can't be read on the way. What is no address at all is refused for that. */
const isGuarded = (address: string): boolean =>
  !URL.canParse(address) ||
  address.startsWith("https:") ||
  /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(address).hostname);
const postgresUrl = url(/^postgres(ql)?$/, "a URL such as postgres://user:password@host:5432/database");

/** A name, if any, without the marks that mean something in a header, and an address. */
const SENDER =
  /^(?:[^\p{Cc}<>()[\]:;@\\,"]{1,100} <[^\s<>@]{1,64}@[A-Za-z0-9.-]+>|[^\s<>@]{1,64}@[A-Za-z0-9.-]+)$/u;

/** An id without its secret, or the other way round, is a mistake that should show at the start. */
const TOGETHER = [
  ["SMTP_URL", "MAIL_FROM"],
  ["GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"],
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["ENTRA_CLIENT_ID", "ENTRA_CLIENT_SECRET", "ENTRA_TENANT_ID"],
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
] as const;

/** What can't be sent without an address. */
const WITHOUT_ADDRESS = ["COMPATIBLE_API_KEY", "COMPATIBLE_NAME"] as const;

/** The address of a model provider's interface: whoever listens on the way would hear the key. */
const providerUrl = url(/^https?$/, "an address such as https://gateway.example.org/v1")
  .refine(isGuarded, "must begin with https:")
  .optional();

/** Every variable that Episodic reads. `.env.example` lists the same, and a test compares them. */
export const Env = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).optional(),
  DATABASE_URL: postgresUrl.optional(),
  APP_DATABASE_URL: postgresUrl.optional(),
  WORKER_DATABASE_URL: postgresUrl.optional(),
  EPISODIC_SECRET: z
    .string()
    .min(32, "must be at least 32 characters long; `openssl rand -base64 32` makes one")
    .optional(),
  ORIGIN: url(/^https?$/, "the address that people open, such as https://episodic.example.org").optional(),
  SMTP_URL: url(/^smtps?$/, "a URL such as smtps://user:password@mail.example.org").optional(),
  MAIL_FROM: z
    .string()
    .regex(SENDER, "must be an address such as Episodic <episodic@example.org>")
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((list, { addIssue }) => {
      const networks = parseNetworks(list);
      if (!networks) addIssue("must be a list of addresses and networks, such as 127.0.0.1, 10.0.0.0/8");
      return networks ?? [];
    }),
  REDIS_URL: url(/^rediss?$/, "a URL such as redis://host:6379").optional(),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  ENTRA_CLIENT_ID: z.string().optional(),
  ENTRA_CLIENT_SECRET: z.string().optional(),
  // One directory: whoever runs any other could make accounts with addresses of their choosing.
  ENTRA_TENANT_ID: z.guid("must be the id of one directory (tenant), not its name and not common").optional(),
  OIDC_ISSUER: url(/^https?$/, "the issuer's address, such as https://id.example.org")
    .refine(isGuarded, "must begin with https:")
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(40, "must be at most 40 characters long").optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: providerUrl,
  ANTHROPIC_API_KEY: z.string().optional(),
  ANTHROPIC_BASE_URL: providerUrl,
  GOOGLE_API_KEY: z.string().optional(),
  GOOGLE_BASE_URL: providerUrl,
  // A server of one's own, often next door and without a certificate.
  COMPATIBLE_BASE_URL: url(/^https?$/, "an address such as http://localhost:11434/v1").optional(),
  COMPATIBLE_API_KEY: z.string().optional(),
  COMPATIBLE_NAME: z.string().max(40, "must be at most 40 characters long").optional(),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: port.default(3000),
  METRICS_PORT: port.default(9464),
  DATA_DIR: z.string().min(1).default(".data"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  WORKER_ID: z.string().min(1).optional(),
  RUNS_AT_A_TIME: z.coerce
    .number("must be a number")
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(200, "must be at most 200")
    .default(16),
});
export type Env = z.infer<typeof Env>;

/** A configuration that can't be run with: one sentence, for the person who starts it. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

/**
 * Parses the environment. An empty variable counts as unset.
 *
 * @throws ConfigurationError that names the variable and what it should be.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const outcome = Env.safeParse(given);
  if (outcome.success) return whole({ ...outcome.data, DATA_DIR: path.resolve(outcome.data.DATA_DIR) });
  const problem = outcome.error.issues[0];
  throw new ConfigurationError(
    `${problem?.path.join(".")} ${problem?.message}. See .env.example for what it may be.`,
  );
}

function whole(settings: Env): Env {
  for (const names of TOGETHER) {
    const missing = names.find((name) => settings[name] === undefined);
    const given = names.find((name) => settings[name] !== undefined);
    if (missing && given) {
      throw new ConfigurationError(`${missing} must be set where ${given} is. See .env.example.`);
    }
  }
  const alone = WITHOUT_ADDRESS.find((name) => settings[name] !== undefined);
  if (alone && settings.COMPATIBLE_BASE_URL === undefined) {
    throw new ConfigurationError(`COMPATIBLE_BASE_URL must be set where ${alone} is. See .env.example.`);
  }
  return settings;
}

let parsed: Env | undefined;

/** The environment of this process, parsed once. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/**
 * What the web and worker processes must be given, one way or another.
 *
 * @throws ConfigurationError that says which variable is missing.
 */
export function requireEnv<Name extends keyof Env>(name: Name): NonNullable<Env[Name]> {
  const value = env()[name];
  if (value === undefined) {
    throw new ConfigurationError(
      `${name} is not set. Start with \`npm start\`, which sets it up, or set it as docs/running-in-production.md says.`,
    );
  }
  return value as NonNullable<Env[Name]>;
}
