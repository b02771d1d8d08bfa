import { parentPort, workerData } from "node:worker_threads";
import { isAppError } from "#platform/errors.ts";
import { structureSource } from "../structure-source.ts";
import type { ThreadAnswer } from "./structure-in-thread.ts";

// The body of the thread that `structureInThread` starts; it answers once and ends.
parentPort?.postMessage(answer());

function answer(): ThreadAnswer {
  try {
    return { structured: structureSource(workerData) };
  } catch (error) {
    // An error loses its class on the way between threads; only what is meant for people goes as a value.
    if (isAppError(error, "INVALID")) return { refusal: error.message };
    throw error;
  }
}
