import { describe, expect, it } from "vitest";
import { forgetAddress, memoryAddress, readIds, readMemoryPlace, readOccasion } from "./memory-address.ts";

const ID = "0190a6f0-0000-7000-8000-000000000001";

describe("the address of a project's memories", () => {
  it("says what is shown, and is read as it was written", () => {
    const place = {
      view: "proposed",
      kind: "STYLE",
      origin: "NOTE",
      text: "berth & dock",
      after: `1:${ID}`,
    } as const;
    const query = new URL(memoryAddress("p", place), "http://localhost").searchParams;
    expect(readMemoryPlace(Object.fromEntries(query))).toEqual(place);
    expect(memoryAddress("p", readMemoryPlace({}))).toBe("/projects/p/memory");
  });

  it("asks for nothing where it can't be understood", () => {
    const odd = { view: "all", kind: "COVERED", origin: ["NOTE"], text: ["a"], after: "2:x" };
    expect(readMemoryPlace(odd)).toEqual(readMemoryPlace({}));
    expect(readIds(`${ID},x,${ID},`, 5)).toEqual([ID]);
    expect(readIds(undefined, 5)).toEqual([]);
  });

  it("names the occasion of which everything is to be forgotten", () => {
    const none = { note: null, episode: null, messageId: null, person: null };
    for (const [origin, of] of [
      ["NOTE", { note: { id: ID } }],
      ["CHAT", { messageId: ID }],
      ["EPISODE", { episode: { id: ID } }],
      ["PERSON", { person: { id: ID } }],
    ] as const) {
      const address = forgetAddress("p", { ...none, origin, ...of });
      const query = new URL(address ?? "", "http://localhost").searchParams;
      expect(readOccasion(Object.fromEntries(query))).toEqual({ from: origin, fromId: ID });
      expect(forgetAddress("p", { ...none, origin })).toBeNull();
    }
    expect(readOccasion({ source: ID })).toBeNull();
  });
});
