import { exportedFunctions, functionName, isVerb } from "./domain-exports.ts";
import type { HouseRule } from "./house-rule.ts";

/** A verb is a file, and the file is named after it: so there is one in each, and it is found by its name. */
export const verbFiles: HouseRule = {
  name: "a verb lies in the file of its name",
  problems(file) {
    if (!isPublicDomainFile(file.path)) return [];
    return exportedFunctions(file)
      .filter((each) => isVerb(each) && each.name !== functionName(file.path))
      .map(({ name }) => `exports the verb ${name}, which belongs into a file named after it`);
  },
};

/** The domain's own files are public; `verb.ts` is what the verbs are made with. */
export function isPublicDomainFile(path: string): boolean {
  return /^src\/domain\/[^/]+\/[^/]+\.ts$/.test(path) && !/(\.test|\/people\/verb)\.ts$/.test(path);
}
