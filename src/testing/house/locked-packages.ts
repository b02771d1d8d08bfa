import { z } from "zod";
import { readFromRoot } from "./read-tree.ts";

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), hasInstallScript: z.boolean().optional() }),
  ),
});

export interface LockedPackage {
  name: string;
  /** Where it lies: `node_modules/next/node_modules/postcss`. */
  place: string;
  version: string;
  hasInstallScript: boolean;
}

/** Every package of package-lock.json, one that lies there in two versions twice. */
export function lockedPackages(): LockedPackage[] {
  const { packages } = Lock.parse(JSON.parse(readFromRoot("package-lock.json")));
  return Object.entries(packages)
    .filter(([place]) => place !== "")
    .map(([place, { version = "", hasInstallScript = false }]) => ({
      name: place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length),
      place,
      version,
      hasInstallScript,
    }));
}
