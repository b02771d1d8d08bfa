import type { Proof } from "../proof.ts";
import { walkInBrowser } from "../walk-in-browser.ts";

/** The browser test by its name as a command; `npm test` walks it among the other journeys already. */
export const proof: Proof = {
  name: "note-life",
  says: "In a browser, as reader and as editor: a note on a passage is received, understood, put right, planned, used and found in the blocks it changed; one is declined with its reason; of two that contradict each other an editor chooses, and both authors are told",
  quick: false,
  run: () => walkInBrowser(["note-life"], "journeys walked to the end"),
};
