import { randomBytes } from "node:crypto";
import { log } from "#platform/log.ts";

/** Logs an error that nobody expected and gives the id under which it stands in the log. */
export function reportError(error: unknown): string {
  const errorId = randomBytes(4).toString("hex");
  log.error({ err: error, errorId }, "an action failed");
  return errorId;
}
