import type { Proof } from "../proof.ts";
import { walkInBrowser } from "../walk-in-browser.ts";

/** The browser test by its name as a command; `npm test` walks it among the other journeys already. */
export const proof: Proof = {
  name: "journey",
  says: "In a browser: sign in, new project, transcript, cadence, write now, watch, read, and its tokens on the usage page",
  quick: false,
  run: () => walkInBrowser(["first-series"], "journeys walked to the end"),
};
