/** A claim about the whole system, with the program that shows it. Lies in `bench/proofs/<name>.ts` as its export `proof`. */
export interface Proof {
  name: string;
  /** The claim, in one sentence. */
  says: string;
  /** Under a minute, and needs nothing that a clone lacks: such proofs run in `npm test` too. */
  quick: boolean;
  /** Prints how it goes; `figure` is the one line to remember. Not `ok` when the figure falls short of the claim. */
  run(args: string[]): Promise<{ ok: boolean; figure: string }>;
}
