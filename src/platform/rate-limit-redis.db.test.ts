import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { freePort } from "#testing/free-port.ts";
import { testKeys } from "#testing/test-keys.ts";
import { isAppError } from "./errors.ts";
import { LIMITS } from "./limits.ts";
import { consume } from "./rate-limit.ts";
import { openRedis } from "./redis.ts";
import type { System } from "./system.ts";

const isInstalled = spawnSync("redis-server", ["--version"]).status === 0;
const why = isInstalled ? "" : " (left out: no redis-server here; apt-get install redis-server)";

describe.skipIf(!isInstalled)(`limits that Redis counts${why}`, () => {
  let database: TestDatabase;
  let folder: string;
  let server: ChildProcess;
  let port: number;
  let redis: Redis;
  let system: System;

  const startServer = () => {
    const settings = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder];
    server = spawn("redis-server", settings, { stdio: "ignore" });
  };
  const isReady = () => vi.waitUntil(() => redis.status === "ready", { timeout: 15_000 });

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(path.join(tmpdir(), "episodic-redis-"));
    port = await freePort();
    startServer();
    redis = openRedis(`redis://127.0.0.1:${port}`);
    system = { db: database.app, clock: fixedClock(), keys: testKeys, redis };
    await isReady();
  });
  afterAll(async () => {
    redis.disconnect();
    server.kill();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const { points } = LIMITS.passwordPerNetwork;
  const use = (address: string) => consume(system, "passwordPerNetwork", address);
  const rowsInPostgres = () => system.db.prisma.rateLimit.count();

  it("let exactly their points through when 200 come at once, and leave PostgreSQL alone", async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 200 }, () => use("192.0.2.1")));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(points);
    const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused.every((reason) => isAppError(reason, "LIMIT_REACHED"))).toBe(true);
    expect(await rowsInPostgres()).toBe(0);
    expect((await redis.keys("*")).every((key) => /^passwordPerNetwork:[\w-]{43}$/.test(key))).toBe(true);
  });

  it("are counted in PostgreSQL while Redis is away, and in Redis again when it is back", async () => {
    server.kill("SIGKILL");
    await vi.waitUntil(() => redis.status !== "ready", { timeout: 15_000 });
    expect((await use("192.0.2.2")).remaining).toBe(points - 1);
    expect((await use("192.0.2.2")).remaining).toBe(points - 2);
    expect(await rowsInPostgres()).toBe(1);
    startServer();
    await isReady();
    expect((await use("192.0.2.3")).remaining).toBe(points - 1);
    expect(await rowsInPostgres()).toBe(1);
  });
});
