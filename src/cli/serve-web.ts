import { EventEmitter } from "node:events";
import next from "next";
import { env, requireEnv } from "#platform/env.ts";
import { createWebServer } from "./web/web-server.ts";

const { HOST, PORT, NODE_ENV } = env();
const isDevelopment = NODE_ENV === "development";
const origin = requireEnv("ORIGIN");
const isEverywhere = HOST === "0.0.0.0" || HOST === "::";
const hostname = isEverywhere ? "127.0.0.1" : HOST;
// Next.js asks itself for the page after an action that leads on, and must not go out to the public address for it.
// biome-ignore lint/style/noProcessEnv: this is where Next.js reads it; its own server sets it the same way.
process.env.__NEXT_PRIVATE_ORIGIN = `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${PORT}`;

const web = createWebServer({ origin, isProduction: !isDevelopment, handle: (...both) => handle(...both) });
const app = next({
  dev: isDevelopment,
  hostname,
  port: PORT,
  // Only the development server has a use for WebSockets: for pages that reload themselves.
  httpServer: (isDevelopment ? web.server : new EventEmitter()) as typeof web.server,
});
await app.prepare();
const handle = app.getRequestHandler();

web.server.listen(PORT, HOST, () => console.log(`Web listens on ${HOST}:${PORT} for ${origin}`));

let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, async () => {
    if (isStopping) return;
    isStopping = true;
    await web.stop();
    await app.close();
    process.exit(0);
  });
}
