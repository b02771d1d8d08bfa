import { fileURLToPath } from "node:url";
import { findProofs } from "./test-run/find-proofs.ts";

const [name, ...args] = process.argv.slice(2);
const proofs = await findProofs(fileURLToPath(new URL("../..", import.meta.url)));
const proof = proofs.find((each) => each.name === name);

if (proof) {
  const { ok, figure } = await proof.run(args).catch((error: unknown) => {
    console.error(error);
    return { ok: false, figure: error instanceof Error ? error.message : String(error) };
  });
  console.log(`\n${ok ? "Shown" : "Falls short"}: ${figure}`);
  // A proof may leave servers and timers behind; its answer is given.
  process.exit(ok ? 0 : 1);
}

if (name !== undefined) {
  console.error(`There is no proof "${name}". There are:\n`);
  process.exitCode = 1;
}
const width = Math.max(...proofs.map((each) => each.name.length));
for (const each of proofs)
  console.log(`${each.name.padEnd(width)}  ${each.says}${each.quick ? " (in npm test)" : ""}`);
