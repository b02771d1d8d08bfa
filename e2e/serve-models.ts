import { modelAuthor } from "../src/testing/model-author.ts";
import { startModelServer } from "../src/testing/model-server/start-model-server.ts";
import { MODEL_PORT } from "./model-port.ts";

/**
 * Answers what the system asks its models, episodes from the sources in the prompt, and tells at `GET /control/calls` what it would bill;
 * `POST /control/faults` and `/control/answers` steer it.
 */
export async function serveModels(): Promise<void> {
  await startModelServer({ port: MODEL_PORT, answer: modelAuthor() });
}
