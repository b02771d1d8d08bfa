import { expect, it } from "vitest";
import type { CeilingAlert } from "#domain/usage/list-ceiling-alerts.ts";
import { sayCeilingAlert, sayWhomToAsk } from "./say-ceiling.ts";

const near: CeilingAlert = {
  id: "b",
  projectId: null,
  projectTitle: null,
  window: "MONTH",
  isHard: true,
  startsOn: "2026-11-01",
  state: "NEAR",
  percent: 83,
  money: { spentNanos: 8_300_000_000n, ceilingNanos: 10_000_000_000n },
};

it("says how it stands with a ceiling, and its money to those who may see it", () => {
  const whole = "The ceiling of the whole organisation for November";
  expect(sayCeilingAlert(near, 0)).toBe(`${whole} is at 83 % ($8.30 of $10.00).`);
  expect(sayCeilingAlert({ ...near, money: null }, 0)).toBe(`${whole} is at 83 %.`);
  expect(sayCeilingAlert({ ...near, state: "HOLDING" }, 2)).toBe(
    `${whole} holds 2 runs: 83 % is used ($8.30 of $10.00).`,
  );
  const reached: CeilingAlert = {
    ...near,
    state: "REACHED",
    money: null,
    projectTitle: "Quay",
    window: "DAY",
  };
  expect(sayCeilingAlert(reached, 0)).toBe(
    "The ceiling of Quay for today is reached: what does not fit waits.",
  );
  expect(sayCeilingAlert({ ...reached, isHard: false }, 0)).toContain("it is soft, so nothing waits.");
  expect(sayCeilingAlert({ ...reached, state: "HOLDING", window: "EPISODE" }, 1)).toBe(
    "The ceiling of Quay for an episode holds a run.",
  );
});

it("names whom to ask", () => {
  expect(sayWhomToAsk(["Ines Martin", "Noor Haddad"])).toBe(
    "To have it raised, ask Ines Martin or Noor Haddad.",
  );
  expect(sayWhomToAsk([])).toBe("To have it raised, ask an administrator.");
});
