import { definesVerb } from "./domain-exports.ts";
import type { HouseRule, TreeFile } from "./house-rule.ts";

const WALL = 300;

const KINDS: { kind: string; lines: number; has(file: TreeFile): boolean }[] = [
  { kind: "task", lines: 30, has: ({ path }) => /^jobs\/tasks\/[^/]+\.ts$/.test(path) },
  {
    kind: "route or action",
    lines: 60,
    has: ({ path }) => /^src\/app\/(.+\/)?(route|([a-z-]+-)?actions?)\.tsx?$/.test(path),
  },
  { kind: "page", lines: 200, has: ({ path }) => /^src\/app\/(.+\/)?page\.tsx$/.test(path) },
  {
    kind: "verb",
    lines: 120,
    has: (file) => /^src\/domain\/[^/]+\/[^/]+\.ts$/.test(file.path) && definesVerb(file),
  },
];

/** Each kind of file has its size, and any source file its wall. Crossing one means that a name is missing. */
export const sizes: HouseRule = {
  name: "files keep the size of their kind",
  problems(file) {
    if (!/\.(ts|tsx|mts|mjs|js)$/.test(file.path) || /\.test\.tsx?$/.test(file.path)) return [];
    const { kind, lines: most } = KINDS.find((each) => each.has(file)) ?? {
      kind: "source file",
      lines: WALL,
    };
    const lines = file.text.trimEnd().split("\n").length;
    return lines > most
      ? [`has ${lines} lines, a ${kind} may have ${most}: which part deserves a name of its own?`]
      : [];
  },
};
