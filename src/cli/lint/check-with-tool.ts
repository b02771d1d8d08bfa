import { execa } from "execa";
import type { Check } from "./check.ts";

/** A check that is a command of its own: it holds when the command ends well, otherwise what it printed is the problem. */
export async function checkWithTool(
  name: string,
  root: string,
  command: string,
  args: string[],
): Promise<Check> {
  const { failed, all, message } = await execa(command, args, {
    cwd: root,
    preferLocal: true,
    reject: false,
    all: true,
    stdin: "ignore",
  });
  return { name, problems: failed ? [all || message || "failed without a word"] : [] };
}
