import { startModelServer } from "../src/testing/model-server/start-model-server.ts";
import { MODEL_PORT } from "./model-port.ts";

/** Answers what the system asks its models, and tells at `GET /control/calls` what it would bill; `POST /control/faults` and `/control/answers` steer it. */
export async function serveModels(): Promise<void> {
  await startModelServer({ port: MODEL_PORT });
}
