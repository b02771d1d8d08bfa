import { describe, expect, it, vi } from "vitest";
import { streamText } from "./stream-text.ts";

async function* parts(ended: () => void) {
  try {
    yield "one ";
    yield "two";
  } finally {
    ended();
  }
}

describe("text that is sent while it is made", () => {
  it("arrives whole, and the watch is left", async () => {
    const leave = vi.fn();
    const stream = streamText(parts(vi.fn()), { signal: new AbortController().signal, leave });
    expect(await new Response(stream).text()).toBe("one two");
    expect(leave).toHaveBeenCalled();
  });

  it("breaks off once its reader may not go on", async () => {
    const ending = new AbortController();
    const [leave, ended] = [vi.fn(), vi.fn()];
    const reader = streamText(parts(ended), { signal: ending.signal, leave }).getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe("one ");
    ending.abort("signed-out");
    await expect(reader.read().then(() => reader.read())).rejects.toBe("signed-out");
    expect(leave).toHaveBeenCalled();
    expect(ended).toHaveBeenCalled();
  });

  it("stops making what nobody takes", async () => {
    const [leave, ended] = [vi.fn(), vi.fn()];
    const stream = streamText(parts(ended), { signal: new AbortController().signal, leave });
    const reader = stream.getReader();
    await reader.read();
    await reader.cancel();
    expect(leave).toHaveBeenCalled();
    expect(ended).toHaveBeenCalled();
  });
});
