import type { Proof } from "../proof.ts";
import { runBench } from "../run-bench.ts";

/** The benchmark by its name as a command. */
export const proof: Proof = {
  name: "ingest-speed",
  says: "Calls with their roll-up go in twenty times as fast as a naive upsert for each, beside a raw COPY",
  quick: false,
  run: (args) => runBench("bench/ingest.ts", args),
};
