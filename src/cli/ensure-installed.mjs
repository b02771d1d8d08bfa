// Runs before every npm script. Plain JavaScript without dependencies: on a fresh clone the system's Node runs it and nothing else exists yet.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const inRoot = (file) => path.join(root, file);

const pinnedNode = inRoot("node_modules/.bin/node");
const generated = inRoot("src/platform/db/generated");
const generatedStamp = path.join(generated, ".stamp");
const lock = inRoot(".data/installing");

requireNode(20, 19);
if (!isInstalled() || !isGenerated()) {
  const wasInterrupted = takeLock();
  process.on("exit", () => rmSync(lock, { force: true }));
  // Another command may have done the work while this one waited for the lock.
  if (!isInstalled()) await install(wasInterrupted);
  if (!isGenerated()) generate();
}

function requireNode(major, minor) {
  const [haveMajor = 0, haveMinor = 0] = process.versions.node.split(".").map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  fail(
    `Episodic needs Node ${major}.${minor} or newer to install itself, and this is Node ${process.versions.node}. ` +
      "Install Node 24 and run the command again.",
  );
}

function isInstalled() {
  return existsSync(pinnedNode) && firstDifference() === undefined;
}

/** npm writes down what it installed when it is done; the first package that is not as package-lock.json wants it. */
function firstDifference() {
  const installed = packagesIn("node_modules/.package-lock.json");
  const withoutDev = process.env.NODE_ENV === "production";
  const differs = ([name, wanted]) => {
    const found = installed[name];
    if (found) return found.version !== wanted.version || found.integrity !== wanted.integrity;
    return !(wanted.optional || wanted.devOptional || (withoutDev && wanted.dev));
  };
  return Object.entries(packagesIn("package-lock.json")).find(
    (entry) => entry[0] !== "" && differs(entry),
  )?.[0];
}

function packagesIn(file) {
  return existsSync(inRoot(file)) ? JSON.parse(readFileSync(inRoot(file), "utf8")).packages : {};
}

/**
 * `npm ci` refuses a lock file that was written where a registry lacks other platforms' optional binaries. This installs
 * the same locked versions, checked by the same hashes, and leaves the lock file alone.
 */
async function install(wasInterrupted) {
  console.log("Installing the packages (about 1.3 GB, usually a minute or two) …");
  if (wasInterrupted || !existsSync(pinnedNode))
    rmSync(inRoot("node_modules"), { recursive: true, force: true });
  const options = ["--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = spawn("npm", ["install", ...options], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...prismaEnvironment(), PATH: pathWithoutPinnedNode() },
  });
  if (npm.pid !== undefined) shareLock(npm.pid);
  const end = await new Promise((resolve) => {
    npm.on("error", (error) => resolve(error.message));
    npm.on("close", (code, signal) => resolve(code ?? signal));
  });
  if (end !== 0) {
    fail(
      `The packages could not be installed: npm ended with ${end}, the lines above say why. ` +
        "Without a network npm needs a cache that holds every package of package-lock.json. Mend that and run the command again.",
    );
  }
  if (!isInstalled()) {
    fail(
      `The installed packages are not those of package-lock.json (${firstDifference() ?? "node"}). ` +
        "Run npm install so that package.json and package-lock.json agree, and allow install scripts.",
    );
  }
}

function isGenerated() {
  return existsSync(generatedStamp) && readFileSync(generatedStamp, "utf8") === schemaFingerprint();
}

function generate() {
  console.log("Generating the database client …");
  rmSync(generatedStamp, { force: true });
  const { status, stdout, stderr } = spawnSync(
    pinnedNode,
    [inRoot("node_modules/prisma/build/index.js"), "generate", "--config", "prisma/prisma.config.ts"],
    { cwd: root, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8", env: prismaEnvironment() },
  );
  if (status !== 0) {
    fail(
      `${stdout}${stderr}\nThe database client could not be generated from prisma/schema; the lines above say why.`,
    );
  }
  writeFileSync(generatedStamp, schemaFingerprint());
}

function schemaFingerprint() {
  const hash = createHash("sha256");
  hash.update(readFileSync(inRoot("node_modules/prisma/package.json")));
  hash.update(readFileSync(inRoot("prisma/prisma.config.ts")));
  for (const file of readdirSync(inRoot("prisma/schema")).sort()) {
    hash.update(file).update(readFileSync(inRoot(`prisma/schema/${file}`)));
  }
  return hash.digest("hex");
}

/** Prisma tries to download an engine unless it is told of one; its WebAssembly build is used, so any executable will do. */
function prismaEnvironment() {
  return {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_SKIP_POSTINSTALL_GENERATE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
}

/** npm replaces what lies in node_modules, so it must not run on the Node in there. */
function pathWithoutPinnedNode() {
  const entries = (process.env.PATH ?? "").split(path.delimiter);
  return entries.filter((entry) => !entry.startsWith(inRoot("node_modules"))).join(path.delimiter);
}

/**
 * One installer at a time. True when the lock was left by an installer that died: what it left is not to be trusted.
 * A hard link appears together with its content, so the owners can always be read from it.
 */
function takeLock() {
  mkdirSync(path.dirname(lock), { recursive: true });
  const claim = writeClaim([process.pid]);
  let hasSaidSo = false;
  let wasInterrupted = false;
  while (!tryLink(claim)) {
    const owners = lockOwners();
    if (owners.length > 0 && !owners.some(isAlive)) {
      wasInterrupted = true;
      rmSync(lock, { force: true });
      continue;
    }
    if (!hasSaidSo) console.log(`Another command (process ${owners[0]}) is installing; waiting for it …`);
    hasSaidSo = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
  }
  rmSync(claim);
  return wasInterrupted;
}

/** npm may outlive a killed command, and still writes then: the lock holds as long as either lives. */
function shareLock(pid) {
  renameSync(writeClaim([process.pid, pid]), lock);
}

function writeClaim(pids) {
  const claim = `${lock}.${process.pid}`;
  writeFileSync(claim, pids.join(" "));
  return claim;
}

function tryLink(claim) {
  try {
    linkSync(claim, lock);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function lockOwners() {
  try {
    return readFileSync(lock, "utf8").split(" ").map(Number);
  } catch {
    return [];
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
