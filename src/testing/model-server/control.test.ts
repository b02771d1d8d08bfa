import { generateText } from "ai";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { clientsOf } from "./clients.ts";
import { type ModelServer, startModelServer } from "./start-model-server.ts";

let server: ModelServer;
beforeEach(async () => {
  server = await startModelServer();
});
afterEach(() => server.close());

const send = (method: string, path: string, body?: unknown) =>
  fetch(`${server.url}/control${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
const ask = (apiKey = "key", headers: Record<string, string> = {}) =>
  generateText({
    model: clientsOf(server, apiKey).openai("gpt-5"),
    prompt: "Write.",
    maxRetries: 0,
    headers,
  });

describe("another process", () => {
  test("sets faults, which meet the calls that they are meant for, in their order", async () => {
    await send("POST", "/faults", { fault: { kind: "status", status: 500 }, match: { apiKey: "unlucky" } });
    await send("POST", "/faults", {
      fault: { kind: "status", status: 503 },
      times: 2,
      match: { apiKey: "unlucky" },
    });
    await expect(ask("lucky")).resolves.toMatchObject({ finishReason: "stop" });
    await expect(ask("unlucky")).rejects.toMatchObject({ statusCode: 500 });
    await expect(ask("unlucky")).rejects.toMatchObject({ statusCode: 503 });
    await expect(ask("unlucky")).rejects.toMatchObject({ statusCode: 503 });
    await expect(ask("unlucky")).resolves.toMatchObject({ finishReason: "stop" });
  });

  test("sets answers by what is asked, and a refused call uses none up", async () => {
    await send("POST", "/answers", { answer: { text: "Of budgets." }, match: { promptIncludes: "budget" } });
    await send("POST", "/answers", { answer: { text: "Of rivers." }, match: { promptIncludes: "Write" } });
    await send("POST", "/faults", { fault: { kind: "reset", when: "before" } });
    await expect(ask()).rejects.toThrow();
    expect((await ask()).text).toBe("Of rivers.");
    expect((await ask()).text).not.toBe("Of rivers.");
  });

  test("reads the ledger, whole or from a number on", async () => {
    await ask("first", { "idempotency-key": "call-1", "x-purpose": "outline" });
    await ask("second");
    const all = await (await send("GET", "/calls")).json();
    expect(all).toMatchObject([
      {
        number: 1,
        apiKey: "first",
        idempotencyKey: "call-1",
        headers: { "x-purpose": "outline" },
        protocol: "openai-responses",
        model: "gpt-5",
        outcome: "answered",
        charged: server.calls[0]?.charged,
        reported: { input_tokens: server.calls[0]?.charged.uncachedInput },
      },
      { number: 2, apiKey: "second", idempotencyKey: null },
    ]);
    expect(await (await send("GET", "/calls?after=1")).json()).toEqual([all[1]]);
  });

  test("clears everything", async () => {
    await ask();
    await send("POST", "/faults", { fault: { kind: "hang" }, times: null });
    await send("DELETE", "");
    await expect(ask()).resolves.toMatchObject({ finishReason: "stop" });
    expect(server.calls).toHaveLength(1);
  });

  test("is told what is wrong with a rule", async () => {
    const refused = await send("POST", "/faults", { fault: { kind: "status", status: 200 } });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toEqual({ error: expect.stringContaining("fault.status") });
    expect((await send("POST", "/nothing", {})).status).toBe(404);
  });
});

test("a header asks for a fault by its name or in full, and is told of a name that is none", async () => {
  await expect(ask("key", { "x-model-fault": "overloaded" })).rejects.toMatchObject({ statusCode: 503 });
  const full = JSON.stringify({ kind: "status", status: 418 });
  await expect(ask("key", { "x-model-fault": full })).rejects.toMatchObject({ statusCode: 418 });
  await expect(ask("key", { "x-model-fault": "gremlins" })).rejects.toThrow("The model server failed");
});
