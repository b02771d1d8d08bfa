import { fileURLToPath } from "node:url";
import { runLint } from "./lint/run-lint.ts";

const { passed, failed } = await runLint(fileURLToPath(new URL("../..", import.meta.url)));
console.log(`\n${passed} checks passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
