import { expect, test } from "vitest";
import { z } from "zod";
import { type LockedPackage, lockedPackages } from "./locked-packages.ts";
import { readFromRoot } from "./read-tree.ts";

const SecurityFloor = z.object({
  packages: z.record(z.string(), z.object({ floor: z.string(), why: z.string() })),
  avoid: z.record(z.string(), z.string()),
});
type SecurityFloor = z.infer<typeof SecurityFloor>;

const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  allowScripts: z.record(z.string(), z.boolean()),
});

const floor = SecurityFloor.parse(JSON.parse(readFromRoot("docs/security-floor.json")));
const manifest = Manifest.parse(JSON.parse(readFromRoot("package.json")));
const locked = lockedPackages();

test("no locked package lies below its security floor, and none to avoid is there", () => {
  expect(locked.length).toBeGreaterThan(100);
  expect(unsafe(locked, floor)).toEqual([]);
});

test("a package below its floor is found, nested and prerelease versions too", () => {
  const list: SecurityFloor = {
    packages: { next: { floor: "16.4.5", why: "a hole" } },
    avoid: { fflate: "no fixed release" },
  };
  const versions = ["16.4.4", "16.4.5-canary.1", "16.4.5", "16.10.0", "9.9.9", "17.0.0"];
  const packages = [
    ...versions.map((version) => locatedAt(`node_modules/a/node_modules/next`, "next", version)),
    locatedAt("node_modules/fflate", "fflate", "0.9.0"),
  ];
  expect(unsafe(packages, list)).toEqual([
    "node_modules/a/node_modules/next 16.4.4 is below 16.4.5: a hole",
    "node_modules/a/node_modules/next 16.4.5-canary.1 is below 16.4.5: a hole",
    "node_modules/a/node_modules/next 9.9.9 is below 16.4.5: a hole",
    "node_modules/fflate 0.9.0 is to be avoided: no fixed release",
  ]);
});

test("every package is wanted in one exact version", () => {
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version))).toEqual([]);
});

test("every package with an install script is allowed to run it, or not, by name", () => {
  const scripted = locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
  expect(scripted).toContain("node");
  expect(scripted.filter((name) => manifest.allowScripts[name] === undefined)).toEqual([]);
});

function unsafe(packages: LockedPackage[], { packages: floors, avoid }: SecurityFloor): string[] {
  return packages.flatMap(({ name, place, version }) => {
    const least = floors[name];
    if (least && isBelow(version, least.floor))
      return [`${place} ${version} is below ${least.floor}: ${least.why}`];
    return avoid[name] === undefined ? [] : [`${place} ${version} is to be avoided: ${avoid[name]}`];
  });
}

/** A prerelease of the floor itself may lack the repair, so it counts as below. */
function isBelow(version: string, least: string): boolean {
  const [release = "", prerelease] = version.split("-", 2);
  const order = release.localeCompare(least, "en", { numeric: true });
  return order < 0 || (order === 0 && prerelease !== undefined);
}

function locatedAt(place: string, name: string, version: string): LockedPackage {
  return { name, place, version, hasInstallScript: false };
}
