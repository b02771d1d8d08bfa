import type { Proof } from "../proof.ts";
import { runBench } from "../run-bench.ts";

/** The benchmark by its name as a command. */
export const proof: Proof = {
  name: "dashboard-speed",
  says: "The dashboard of 10,000,000 calls is a hundred times as fast as grouping the rows",
  quick: false,
  run: (args) => runBench("bench/dashboard.ts", args),
};
