import type { Proof } from "../proof.ts";
import { runBench } from "../run-bench.ts";

/** The benchmark by its name as a command. */
export const proof: Proof = {
  name: "reservation-speed",
  says: "Setting money aside reaches half of a bare one-row UPDATE, beside check-then-act, which overspends",
  quick: false,
  run: (args) => runBench("bench/reservations.ts", args),
};
