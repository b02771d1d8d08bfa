import { readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Proof } from "../../../bench/proof.ts";

/**
 * The proofs in `bench/proofs`, by name.
 *
 * @throws Error when a file there exports no proof, or one of another name.
 */
export async function findProofs(root: string): Promise<Proof[]> {
  const folder = path.join(root, "bench/proofs");
  const files = (await readdir(folder))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .sort();
  return Promise.all(
    files.map(async (file) => {
      const { proof } = (await import(pathToFileURL(path.join(folder, file)).href)) as { proof?: Proof };
      if (proof?.name === path.basename(file, ".ts")) return proof;
      throw new Error(`bench/proofs/${file} must export a proof named after it.`);
    }),
  );
}
