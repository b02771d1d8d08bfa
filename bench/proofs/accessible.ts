import type { Proof } from "../proof.ts";
import { walkInBrowser } from "../walk-in-browser.ts";

/** The browser tests by their names as a command; `npm test` runs them among the others already. */
export const proof: Proof = {
  name: "accessible",
  says: "axe finds nothing on any page but the one that leads on by itself, in both themes; the main flows work by keyboard alone",
  quick: false,
  run: () => walkInBrowser(["every-page", "keyboard", "second-factor"], "browser tests of access hold"),
};
