import { readFile } from "node:fs/promises";
import path from "node:path";

/** What the build can be asked for, as its own manifests say. */
export interface Build {
  /** The patterns of pages and route handlers: `/projects/[projectId]`. */
  routes: { pattern: string; isPage: boolean }[];
  actions: { id: string; name: string; pattern: string }[];
}

/** Reads `.next` of the folder: every route, and every action by the file that exports it and a page that may call it. */
export async function readBuild(folder: string): Promise<Build> {
  const routes = await readJson<Record<string, string>>(folder, ".next/app-path-routes-manifest.json");
  const { node } = await readJson<{
    node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>;
  }>(folder, ".next/server/server-reference-manifest.json");
  return {
    routes: Object.entries(routes).map(([file, pattern]) => ({ pattern, isPage: file.endsWith("/page") })),
    actions: Object.entries(node).map(([id, { workers, filename, exportedName }]) => {
      const page = Object.keys(workers)[0]?.replace(/^app/, "") ?? "";
      const name = `${filename.replace("src/app/", "")}#${exportedName}`;
      return { id, name, pattern: routes[page] ?? "/" };
    }),
  };
}

async function readJson<T>(folder: string, file: string): Promise<T> {
  return JSON.parse(await readFile(path.join(folder, file), "utf8")) as T;
}
