import { parentPort, workerData } from "node:worker_threads";
import { planWithAndWithout } from "./plan-episode.ts";

// The body of the thread that `planInThread` starts; it answers once and ends.
parentPort?.postMessage(planWithAndWithout(workerData.material, workerData.note));
