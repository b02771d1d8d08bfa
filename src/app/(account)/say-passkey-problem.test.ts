import { expect, test } from "vitest";
import { sayPasskeyProblem } from "./say-passkey-problem.ts";

test.each([
  ["NotAllowedError", "No passkey was chosen"],
  ["InvalidStateError", "holds a passkey of yours already"],
  ["SecurityError", "only at the address"],
  ["UnknownError", "Try another browser"],
])("%s is told in words", (name, words) => {
  expect(sayPasskeyProblem(Object.assign(new Error("technical"), { name }))).toContain(words);
});

test("what is thrown and is no error is told too", () => {
  expect(sayPasskeyProblem("odd")).toContain("Try another browser");
});
