import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { env } from "#platform/env.ts";
import { startEmbeddedServer } from "#platform/postgres/embedded-server.ts";
import { findRunningOrigin } from "../src/cli/running-file.ts";
import { start } from "../src/cli/start.ts";
import { serveMail } from "./serve-mail.ts";
import { serveModels } from "./serve-models.ts";
import { serveOidc } from "./serve-oidc.ts";

const folder = env().DATA_DIR;
const running = await findRunningOrigin(folder);
if (running)
  throw new Error(`Browser tests run already in this checkout, against ${running}. Wait for their end.`);

// What an earlier run left goes first; its server may still be running when that run was killed.
if (existsSync(folder)) {
  const server = await startEmbeddedServer({ folder: path.join(folder, "postgres") });
  await server.remove();
  await rm(folder, { recursive: true });
}
await serveMail();
await serveModels();
await serveOidc(`http://localhost:${env().PORT}`);
await start("start");
// The servers beside it would keep this process alive when the system has given up.
process.exit();
