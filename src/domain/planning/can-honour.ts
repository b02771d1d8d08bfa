import type { Directive } from "./directive.ts";

/** True when the writer of a project can do what a note asks for: the tone is a model's to change, the cadence an editor's. */
export function canHonour(kind: Directive["kind"], writer: string): boolean {
  if (kind === "OTHER" || kind === "SCHEDULE") return false;
  return kind !== "TONE" || writer === "model";
}
