import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, it, vi } from "vitest";
import { watchBody } from "./watch-body.ts";

it("hears of a body that takes too long, and not of one that arrived", async () => {
  vi.useFakeTimers();
  const trouble = vi.fn();
  const [slow, quick] = [new IncomingMessage(new Socket()), new IncomingMessage(new Socket())];
  for (const request of [slow, quick]) watchBody(request, { bytes: 10, seconds: 30 }, trouble);
  slow.push(Buffer.from("a"));
  quick.push(Buffer.from("b"));
  quick.push(null);
  await vi.advanceTimersByTimeAsync(29_000);
  expect(trouble).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(trouble.mock.calls).toEqual([["slow"]]);
  vi.useRealTimers();
});
