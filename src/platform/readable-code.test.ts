import { expect, test } from "vitest";
import { newReadableCode, readReadableCode } from "./readable-code.ts";

test("codes differ, and use all of their symbols", () => {
  const codes = Array.from({ length: 2_000 }, newReadableCode);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
  expect(new Set(codes.join("")).size).toBe(33);
});

test.each(["7k2mx-0pq1v", " 7K2MX 0PQ1V ", "7k2mxOpqlv", "7K2MX–OPQIV"])(
  "%s is read as it was meant",
  (typed) => {
    expect(readReadableCode(typed)).toBe("7k2mx0pq1v");
  },
);
