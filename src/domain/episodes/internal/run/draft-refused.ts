import type { Finding } from "../../writer.ts";

/** The check found what no reader should see, and the writer could not mend it. */
export class DraftRefused extends Error {
  constructor(findings: readonly Finding[]) {
    const messages = [...new Set(findings.map(({ message }) => message))];
    super(`The draft did not pass the check. ${messages.slice(0, 3).join(" ")}`);
  }
}
