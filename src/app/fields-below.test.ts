import { expect, it } from "vitest";
import { fieldsBelow } from "./fields-below.ts";

it("finds what was refused inside one object, the first reason for each of its fields", () => {
  const fields = {
    title: "Give a name.",
    "cadence.days": "Choose a day.",
    "cadence.pauses.0.until": "Say until when.",
    "cadence.pauses.1.until": "Another.",
    "cadences.time": "Not this one.",
  };
  expect(fieldsBelow(fields, "cadence")).toEqual({ days: "Choose a day.", pauses: "Say until when." });
  expect(fieldsBelow(undefined, "cadence")).toEqual({});
});
