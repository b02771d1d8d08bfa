import { keysFrom } from "#platform/keys.ts";
import { TEST_SECRET } from "./database.ts";

/** The keys that follow from the tests' secret. */
export const testKeys = keysFrom(TEST_SECRET);
