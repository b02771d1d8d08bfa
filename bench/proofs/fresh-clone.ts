import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { type BareMachine, makeBareMachine } from "../bare-machine.ts";
import { keepMeasured } from "../measured.ts";
import type { Proof } from "../proof.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const MOST_LATER_START_SECONDS = 15;

/** Clones the committed HEAD and runs the two commands of the README in a bare environment. `--start-only` leaves out `npm test`. */
export const proof: Proof = {
  name: "fresh-clone",
  says: "A bare machine with Node and npm gets from a clone to a running system, and to passing tests, by one command each",
  quick: false,
  async run(args) {
    const machine = await makeBareMachine(root);
    try {
      const firstStartSeconds = await timeStart(machine, "first start");
      const laterStartSeconds = await timeStart(machine, "later start");
      const installMegabytes = await sizeOf(path.join(machine.clone, "node_modules"));
      const test = args.includes("--start-only") ? null : await timeTests(machine);
      const { commit } = machine;
      const testSeconds = test?.seconds ?? null;
      await keepMeasured(root, {
        commit,
        firstStartSeconds,
        laterStartSeconds,
        installMegabytes,
        testSeconds,
      });
      const parts = [
        `${commit}: first start ${firstStartSeconds} s`,
        `later start ${laterStartSeconds} s`,
        `install ${installMegabytes} MB`,
        test ? `npm test ${test.seconds} s: ${test.closingLine}` : "npm test left out",
      ];
      return {
        ok: laterStartSeconds <= MOST_LATER_START_SECONDS && (test === null || test.isGood),
        figure: parts.join(", "),
      };
    } finally {
      await machine.remove();
    }
  },
};

/** Starts, opens what was printed, interrupts as Ctrl-C does, and sees that nothing is left running. Seconds to the printed link. */
async function timeStart(machine: BareMachine, title: string): Promise<number> {
  console.log(`\n━━ ${title}: npm start ━━\n`);
  const began = performance.now();
  let tell: (link: string) => void = () => undefined;
  const printed = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const running = machine.run(["npm", "start"], (line) => {
    console.log(line);
    const link = /https?:\/\/\S+\/sign-in\/\S+/.exec(line)?.[0];
    if (link !== undefined) tell(link);
  });
  try {
    const link = await Promise.race([printed, running.ended]);
    if (typeof link !== "string")
      throw new Error(`npm start ended with code ${link} before it printed a link.`);
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    for (const address of [link, new URL("/api/ready", link).href]) {
      const { status } = await fetch(address);
      if (status !== 200) throw new Error(`${address} answers ${status}.`);
    }
    return seconds;
  } finally {
    running.interrupt();
    await running.ended;
    await expectNothingLeft(machine);
  }
}

async function expectNothingLeft(machine: BareMachine): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    if ((await machine.leftProcesses()).length === 0) return;
    await pause(500);
  }
  throw new Error(
    `Processes are left ten seconds after Ctrl-C: ${(await machine.leftProcesses()).join(", ")}`,
  );
}

async function timeTests(
  machine: BareMachine,
): Promise<{ seconds: number; closingLine: string; isGood: boolean }> {
  console.log("\n━━ npm test ━━\n");
  const began = performance.now();
  let closingLine = "";
  const running = machine.run(["npm", "test"], (line) => {
    console.log(line);
    if (line !== "") closingLine = line;
  });
  const exitCode = await running.ended;
  const isGood = exitCode === 0 && /^[1-9]\d* passed, 0 failed(, \d+ skipped)?$/.test(closingLine);
  return { seconds: Math.round((performance.now() - began) / 1_000), closingLine, isGood };
}

async function sizeOf(folder: string): Promise<number> {
  const { stdout } = await execa("du", ["-sk", folder]);
  return Math.round(Number.parseInt(stdout, 10) / 1024);
}
