import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { type BudgetBar, BudgetBars } from "./budget-bars.tsx";

const dollars = (amount: number) => BigInt(Math.round(amount * 1e9));

function draw(overrides: Partial<BudgetBar>): string {
  const bar: BudgetBar = {
    key: "b",
    name: "Quay, month",
    spentNanos: dollars(30),
    reservedNanos: 0n,
    ceilingNanos: dollars(50),
    forecast: null,
    ...overrides,
  };
  return renderToStaticMarkup(<BudgetBars label="Ceilings" bars={[bar]} />);
}

/** The four parts from left to right: spent, set aside, to the low end of the forecast, to its high end. */
function parts(html: string) {
  const rects = [...html.matchAll(/<rect[^>]*>/g)].map(([tag]) => {
    const percent = (name: string) => Number(new RegExp(` ${name}="([\\d.]+)%"`).exec(tag)?.[1] ?? 0);
    return { x: percent("x"), width: percent("width"), tag };
  });
  return rects.toReversed();
}

it("is full at the ceiling, and its parts stand on one another", () => {
  const html = draw({
    reservedNanos: dollars(5),
    forecast: { lowNanos: dollars(40), midNanos: dollars(42), highNanos: dollars(45) },
  });
  const [spent, reserved, low, high] = parts(html);
  expect(spent).toMatchObject({ x: 0, width: 60 });
  expect(reserved).toMatchObject({ x: 60, width: 10 });
  expect(low).toMatchObject({ x: 70, width: 10 });
  expect(high).toMatchObject({ x: 80, width: 10 });
});

it("says in words what it draws, and that a forecast is more than the ceiling", () => {
  const html = draw({
    reservedNanos: dollars(0.12),
    forecast: { lowNanos: dollars(49), midNanos: dollars(51), highNanos: dollars(60) },
  });
  for (const words of [
    "$30.00 of $50.00",
    "forecast $51.00, $49.00 to $60.00, beyond the ceiling",
    "$0.12 set aside",
  ])
    expect(html).toContain(words);
  const end = parts(html).at(-1);
  expect((end?.x ?? 0) + (end?.width ?? 0)).toBe(100);
});

it("never leaves its place: spent beyond the ceiling, a ceiling of zero, a forecast below what is set aside", () => {
  const over = parts(draw({ spentNanos: dollars(80), reservedNanos: dollars(9) }));
  expect(over[0]).toMatchObject({ x: 0, width: 100 });
  expect(over[0]?.tag).toContain("fill-bad");
  expect(parts(draw({ spentNanos: 0n, ceilingNanos: 0n }))[0]?.width).toBe(0);
  expect(parts(draw({ spentNanos: 1n, ceilingNanos: 0n }))[0]?.width).toBe(100);
  const below = { lowNanos: dollars(30), midNanos: dollars(31), highNanos: dollars(32) };
  expect(parts(draw({ reservedNanos: dollars(10), forecast: below })).map(({ width }) => width)).toEqual([
    60, 20, 0, 0,
  ]);
});

it("carries no style in its markup, which the page's policy would not let work", () => {
  expect(draw({})).not.toContain("style=");
});
