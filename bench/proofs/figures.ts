import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { readMeasured } from "../measured.ts";
import type { Proof } from "../proof.ts";
import { weighScripts } from "../weigh-scripts.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const MOST_MEDIAN_LINES = 80;
const MOST_P90_LINES = 200;

/** With a sign-in link and the address of an episode as arguments, the scripts of the reader page are weighed too. */
export const proof: Proof = {
  name: "figures",
  says: "The tree is made of small files; with <sign-in link> <address of an episode>, also what the reader page sends",
  quick: false,
  async run([signInLink, address]) {
    const lengths = await sourceLengths();
    const median = percentile(lengths, 0.5);
    const p90 = percentile(lengths, 0.9);
    const parts = [`${lengths.length} source files, median ${median} lines, 90th percentile ${p90}`];
    const measured = await readMeasured(root);
    if (measured) {
      const { commit, firstStartSeconds, laterStartSeconds, installMegabytes, testSeconds } = measured;
      parts.push(`at ${commit}: first start ${firstStartSeconds} s, later start ${laterStartSeconds} s`);
      parts.push(
        `install ${installMegabytes} MB${testSeconds === null ? "" : `, npm test ${testSeconds} s`}`,
      );
    } else {
      console.log("Starts were not measured here yet: npm run prove -- fresh-clone");
    }
    if (signInLink !== undefined && address !== undefined) {
      const { bytes, files } = await weighScripts(signInLink, address);
      parts.push(`reader page: ${(bytes / 1_000).toFixed(1)} kB of compressed JavaScript in ${files} files`);
    }
    return { ok: median <= MOST_MEDIAN_LINES && p90 <= MOST_P90_LINES, figure: parts.join("; ") };
  },
};

/** Lines of every source file that git has, tests left out, shortest first. */
async function sourceLengths(): Promise<number[]> {
  const { stdout } = await execa("git", ["ls-files", "*.ts", "*.tsx", "*.mjs"], { cwd: root });
  const files = stdout.split("\n").filter((file) => !/\.(test|spec)\.tsx?$/.test(file));
  const texts = await Promise.all(
    files.map((file) => readFile(path.join(root, file), "utf8").catch(() => "")),
  );
  return texts.map((text) => text.trimEnd().split("\n").length).toSorted((a, b) => a - b);
}

/** The nearest-rank percentile of sorted numbers. */
function percentile(sorted: number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
