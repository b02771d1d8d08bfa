import { createHash } from "node:crypto";
import { glob, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";

const STAMP = ".next/episodic-built-from";
const BUILT_FROM = [
  "src/{app,ui,domain,platform}/**/*.{ts,tsx,css,svg}",
  "src/proxy.ts",
  "prisma/schema/*.prisma",
  "public/**/*",
  "*.{ts,mjs,json}",
];

/** True when what stands in `.next` was built from the files as they are now. */
export async function isBuilt(): Promise<boolean> {
  const stamp = await readFile(STAMP, "utf8").catch(() => "");
  return stamp === (await fingerprint());
}

/**
 * Builds the web application; `report` gets the last line of what the build prints.
 *
 * @throws Error with the end of the build's output.
 */
export async function buildWeb(report: (line: string) => void): Promise<void> {
  const built = execa("next", ["build"], {
    preferLocal: true,
    all: true,
    reject: false,
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  built.all.on("data", (chunk: Buffer) => {
    const line = chunk.toString().trim().split("\n").at(-1)?.trim();
    if (line) report(line);
  });
  const { exitCode, all } = await built;
  if (exitCode !== 0)
    throw new Error(`The web application does not build:\n${all.split("\n").slice(-30).join("\n")}`);
  await mkdir(path.dirname(STAMP), { recursive: true });
  await writeFile(STAMP, await fingerprint());
}

async function fingerprint(): Promise<string> {
  const files = (await Array.fromAsync(glob(BUILT_FROM))).filter(
    (file) => !/\.test\.tsx?$|next-env\.d\.ts$/.test(file),
  );
  const hash = createHash("sha256");
  for (const file of files.sort()) {
    hash.update(file).update(await readFile(file));
  }
  return hash.digest("hex");
}

/** Builds when needed, for `npm run build` and the browser tests. */
export async function buildIfStale(): Promise<void> {
  if (await isBuilt()) {
    console.log("Built from the present files already.");
    return;
  }
  await buildWeb((line) => console.log(line));
}
