import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PhaseName } from "#platform/db/generated/enums.ts";
import { quantile } from "./internal/quantile.ts";
import {
  LEAD_CEILING_SECONDS,
  LEAD_FLOOR_SECONDS,
  leadTime,
  type MeasuredRun,
  medianPhases,
  type UsualSeconds,
} from "./lead-time.ts";

const PHASES: PhaseName[] = ["GATHER", "OUTLINE", "WRITE", "CHECK", "FINISH"];
const USUAL: UsualSeconds = {
  wait: 30,
  phases: { GATHER: 10, OUTLINE: 60, WRITE: 300, CHECK: 120, FINISH: 10 },
};

const seconds = fc.double({ min: 0, max: 100_000, noNaN: true });
const run: fc.Arbitrary<MeasuredRun> = fc.record({
  waitSeconds: fc.option(seconds),
  phaseSeconds: fc.dictionary(fc.constantFrom(...PHASES), seconds, { maxKeys: 5 }),
});
const runs = fc.array(run, { maxLength: 30 });
/** The same runs, each of which took `more` longer in everything that was measured. */
const slower = (measured: MeasuredRun[], more: number): MeasuredRun[] =>
  measured.map(({ waitSeconds, phaseSeconds }) => ({
    waitSeconds: waitSeconds === null ? null : waitSeconds + more,
    phaseSeconds: Object.fromEntries(
      Object.entries(phaseSeconds).map(([phase, taken]) => [phase, taken + more]),
    ),
  }));
const written = (write: number): MeasuredRun => ({
  waitSeconds: 0,
  phaseSeconds: { GATHER: 0, OUTLINE: 0, WRITE: write, CHECK: 0, FINISH: 0 },
});

describe("the lead time", () => {
  it("lies between floor and ceiling and is whole minutes, whatever was measured", () => {
    fc.assert(
      fc.property(runs, (measured) => {
        const { leadSeconds, learntFrom } = leadTime(measured, USUAL);
        expect(leadSeconds).toBeGreaterThanOrEqual(LEAD_FLOOR_SECONDS);
        expect(leadSeconds).toBeLessThanOrEqual(LEAD_CEILING_SECONDS);
        expect(leadSeconds % 60).toBe(0);
        expect(learntFrom).toBeLessThanOrEqual(measured.length);
      }),
    );
  });

  it("never falls where what was measured rises", () => {
    fc.assert(
      fc.property(runs, seconds, (measured, more) => {
        const before = leadTime(measured, USUAL).leadSeconds;
        expect(leadTime(slower(measured, more), USUAL).leadSeconds).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it("never falls where one phase of one run takes longer", () => {
    fc.assert(
      fc.property(runs, fc.nat(), fc.constantFrom(...PHASES), seconds, (measured, at, phase, more) => {
        fc.pre(measured.length > 0);
        const changed = measured.map((each, index) =>
          index === at % measured.length && each.phaseSeconds[phase] !== undefined
            ? { ...each, phaseSeconds: { ...each.phaseSeconds, [phase]: each.phaseSeconds[phase] + more } }
            : each,
        );
        const before = leadTime(measured, USUAL).leadSeconds;
        expect(leadTime(changed, USUAL).leadSeconds).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it("does not depend on the order of the runs", () => {
    fc.assert(
      fc.property(runs, (measured) => {
        expect(leadTime(measured.toReversed(), USUAL)).toEqual(leadTime(measured, USUAL));
      }),
    );
  });

  it("holds what the slowest of twenty took, with a half more and a minute for the ticker", () => {
    const measured = Array.from({ length: 20 }, (_, index) => written(index === 7 ? 600 : 100));
    // 19.65th of 20: between the second slowest and the slowest.
    expect(leadTime(measured, USUAL).leadSeconds).toBe(Math.ceil((1.5 * 425 + 60) / 60) * 60);
    expect(leadTime(measured.slice(0, 7), USUAL)).toEqual({ leadSeconds: 240, learntFrom: 7 });
  });

  it("assumes what is usual while nothing is measured, and no less of few runs", () => {
    expect(leadTime([], USUAL)).toEqual({ leadSeconds: 900, learntFrom: 0 });
    expect(leadTime([written(1), written(2)], USUAL).leadSeconds).toBe(900);
    expect(leadTime([written(1), written(2_000)], USUAL).leadSeconds).toBeGreaterThan(3_000);
    expect(
      leadTime(
        Array.from({ length: 5 }, () => written(1)),
        USUAL,
      ).leadSeconds,
    ).toBe(LEAD_FLOOR_SECONDS);
  });

  it("expects of a phase what half of the runs took", () => {
    const measured = [written(10), written(20), written(90)];
    expect(medianPhases(measured, USUAL)).toMatchObject({ WRITE: 20, GATHER: 0 });
    expect(medianPhases([], USUAL)).toEqual(USUAL.phases);
  });
});

describe("a quantile", () => {
  it("is that of type 8 in R", () => {
    const sample = [3.1, 0.2, 8.4, 5.5, 1.9, 7.7];
    // quantile(c(3.1, 0.2, 8.4, 5.5, 1.9, 7.7), c(0.5, 0.25, 0.9), type = 8)
    expect(quantile(sample, 0.5)).toBeCloseTo(4.3, 10);
    expect(quantile(sample, 0.25)).toBeCloseTo(1.758_333_333, 8);
    expect(quantile(sample, 0.9)).toBeCloseTo(8.4, 10);
  });

  it("lies within its sample", () => {
    fc.assert(
      fc.property(
        fc.array(seconds, { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sample, share) => {
          const found = quantile(sample, share);
          expect(found).toBeGreaterThanOrEqual(Math.min(...sample));
          expect(found).toBeLessThanOrEqual(Math.max(...sample));
        },
      ),
    );
  });
});
