import type { Proof } from "../proof.ts";
import { walkInBrowser } from "../walk-in-browser.ts";

/** The browser test by its name as a command; `npm test` walks it among the other journeys already. */
export const proof: Proof = {
  name: "ceiling",
  says: "In a browser: a ceiling is set, a run is held, the home page says why, the ceiling is raised, the run finishes, the chart shows what it cost",
  quick: false,
  run: () => walkInBrowser(["budgets"], "journeys walked to the end"),
};
