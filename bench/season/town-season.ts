import type { Season } from "./scripted-note.ts";

/** Placeholder until the town's minutes are written. */
export async function townSeason(): Promise<Season> {
  throw new Error("not yet");
}
