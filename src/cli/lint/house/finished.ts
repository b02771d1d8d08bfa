import type { HouseRule } from "./house-rule.ts";

// In halves, so that this file and its test do not break their own rule.
const LATER = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK", "@ts-no" + "check"];
const COMMENT = new RegExp(`(//|/\\*|^\\s*\\*|--|#).*(?<![\\w])(${LATER.join("|")})\\b`);

/** What is committed is finished: nothing is put off in a comment. */
export const finished: HouseRule = {
  name: "nothing is put off",
  problems({ path, text }) {
    if (!/\.(tsx?|mts|mjs|css|sql|prisma|sh)$/.test(path)) return [];
    return text.split("\n").flatMap((line, index) => {
      const word = COMMENT.exec(line)?.[2];
      return word ? [`line ${index + 1}: "${word}"`] : [];
    });
  },
};
