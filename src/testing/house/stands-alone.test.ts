import { expect, test } from "vitest";
import { Env } from "#platform/env.ts";
import { ROOT, readFromRoot, readTree } from "./read-tree.ts";

/** Hosts that packages come from: a file that names one ties the project to it. */
const REGISTRY_HOST =
  /\bregistry\.[a-z0-9-]+\.(org|com|net|io|dev)\b|\bpkg\.github\.com\b|\bdeb\.debian\.org\b|\bpypi\.org\b/;
const MAY_READ_SHARED = /^(src\/testing|bench)\/|\.test\.tsx?$/;

const tree = readTree();

test("no file names a registry host", () => {
  expect(REGISTRY_HOST.test(["https://registry", "npmjs", "org/next"].join("."))).toBe(true);
  expect(REGISTRY_HOST.test("a registry. It holds names; registry.test.ts reads them")).toBe(false);
  expect(tree.size).toBeGreaterThan(100);
  expect(linesOf(REGISTRY_HOST)).toEqual([]);
});

test("the lock file holds versions and hashes, and no address", () => {
  const lock = readFromRoot("package-lock.json");
  expect(lock).toContain('"integrity"');
  expect(lock).not.toMatch(/"resolved"|https?:\/\/[^"]+\.tgz/);
});

test("no file names the folder that this checkout lies in", () => {
  const here = ROOT.replace(/\/$/, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  expect(linesOf(new RegExp(`${here}(/|\\b)`))).toEqual([]);
});

test("only tests and benchmarks read data that lies outside of the project", () => {
  const outside = new RegExp(["\\.\\.", "shared\\b"].join("/"));
  expect(linesOf(outside, (file) => !MAY_READ_SHARED.test(file))).toEqual([]);
});

test(".env.example lists every variable that Episodic reads, and no other", () => {
  const listed = [...readFromRoot(".env.example").matchAll(/^#? ?([A-Z][A-Z0-9_]*)=/gm)].map(
    (match) => match[1],
  );
  expect(listed.toSorted()).toEqual(Object.keys(Env.shape).toSorted());
});

function linesOf(pattern: RegExp, includes: (file: string) => boolean = () => true): string[] {
  return [...tree].flatMap(([file, text]) => {
    if (!includes(file) || !pattern.test(text)) return [];
    const lines = text.split("\n");
    return lines.flatMap((line, index) =>
      pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : [],
    );
  });
}
