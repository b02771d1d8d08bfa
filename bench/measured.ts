import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

/** What a fresh clone took on this machine when it was last proven. */
export const Measured = z.object({
  commit: z.string(),
  firstStartSeconds: z.number(),
  laterStartSeconds: z.number(),
  installMegabytes: z.number(),
  testSeconds: z.number().nullable(),
});
export type Measured = z.infer<typeof Measured>;

const FILE = ".data/measured.json";

/** The figures of the last `fresh-clone` proof, or null when there was none here. */
export async function readMeasured(root: string): Promise<Measured | null> {
  const text = await readFile(path.join(root, FILE), "utf8").catch(() => null);
  return text === null ? null : Measured.parse(JSON.parse(text));
}

/** Keeps the figures for the proof `figures`. */
export async function keepMeasured(root: string, measured: Measured): Promise<void> {
  await mkdir(path.dirname(path.join(root, FILE)), { recursive: true });
  await writeFile(path.join(root, FILE), JSON.stringify(measured, null, 2));
}
