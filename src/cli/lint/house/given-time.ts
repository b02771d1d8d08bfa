import type { HouseRule } from "./house-rule.ts";

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;
const TAKEN = /\b(Date\.now|Math\.random|performance\.now|randomUUID|randomBytes)\(|\bnew Date\(\)/g;

/** Time and chance are handed to the domain (`ctx.clock`, ids from the database), so that a test can fix them. */
export const givenTime: HouseRule = {
  name: "the domain is given its time and chance",
  problems({ path, text }) {
    if (!path.startsWith("src/domain/") || /\.test\.tsx?$/.test(path)) return [];
    const code = text.replace(COMMENT, "");
    return [...code.matchAll(TAKEN)].map(([call]) => `takes ${call.replace(/\($/, "")} by itself`);
  },
};
