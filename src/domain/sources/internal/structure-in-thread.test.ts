import { setInterval } from "node:timers/promises";
import { expect, test } from "vitest";
import { structureSource } from "../structure-source.ts";
import { structureInThread } from "./structure-in-thread.ts";

const source = { format: "MARKDOWN" as const, text: `# The quay\n\n${"The ferry left late. ".repeat(40)}\n` };

test("the thread finds what the function finds", async () => {
  expect(JSON.stringify(await structureInThread(source))).toBe(
    JSON.stringify({
      ...structureSource(source),
      chunks: structureSource(source).chunks.map((chunk) => ({
        ...chunk,
        contentHash: new Uint8Array(chunk.contentHash),
      })),
    }),
  );
});

test("a refusal comes back as the error that it was", async () => {
  const empty = { format: "WEBVTT" as const, text: "WEBVTT\n\n00:01.000 --> 00:02.000\n \n\n" };
  await expect(structureInThread(empty)).rejects.toMatchObject({
    name: "AppError",
    code: "INVALID",
    message: expect.stringContaining("no words"),
  });
});

test("what takes too long is stopped with a sentence, and the process goes on answering meanwhile", async () => {
  const text = "word and *emphasis* here. ".repeat(400_000);
  let ticks = 0;
  const ticking = new AbortController();
  const ticker = (async () => {
    for await (const _ of setInterval(20, null, { signal: ticking.signal })) ticks++;
  })().catch(() => undefined);
  await expect(structureInThread({ format: "TEXT", text }, { mostSeconds: 0.5 })).rejects.toMatchObject({
    code: "INVALID",
    message: expect.stringContaining("took too long"),
  });
  ticking.abort();
  await ticker;
  expect(ticks).toBeGreaterThan(5);
});
