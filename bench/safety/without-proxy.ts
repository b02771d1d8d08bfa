import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const MANIFEST = ".next/server/functions-config-manifest.json";

/**
 * A folder that serves the same build without the proxy file: its code and its line in the manifest are gone. Everything but the build
 * is linked to `root`.
 */
export async function copyWithoutProxy(root: string): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), "episodic-no-proxy-"));
  const skipped = [".next", ".data", ".git"];
  for (const name of (await readdir(root)).filter((each) => !skipped.includes(each))) {
    await symlink(path.join(root, name), path.join(folder, name));
  }
  await cp(path.join(root, ".next"), path.join(folder, ".next"), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !/\.next\/(?:cache|trace|server\/middleware)/.test(file),
  });
  const file = path.join(folder, MANIFEST);
  const manifest = JSON.parse(await readFile(file, "utf8")) as { functions: Record<string, unknown> };
  if (!manifest.functions["/_middleware"])
    throw new Error(`${MANIFEST} names no proxy: has its place changed?`);
  delete manifest.functions["/_middleware"];
  await writeFile(file, JSON.stringify(manifest));
  await writeFile(
    path.join(folder, ".next/server/middleware-manifest.json"),
    JSON.stringify({ version: 3, middleware: {}, sortedMiddleware: [], functions: {} }),
  );
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
