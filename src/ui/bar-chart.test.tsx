import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { type Bar, BarChart } from "./bar-chart.tsx";

const series = [
  { key: "read", label: "read" },
  { key: "written", label: "written" },
];

function draw(bars: readonly Bar[]): string {
  return renderToStaticMarkup(
    <BarChart title="Tokens a day" series={series} bars={bars} formatTick={(value) => `${value} t`} />,
  );
}

function rects(html: string) {
  return [...html.matchAll(/<rect[^>]*>/g)].map(([tag]) => {
    const number = (name: string) => Number(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]);
    return { y: number("y"), height: number("height"), opacity: number("opacity"), tag };
  });
}

const bar = (read: number, written: number, provisional = false): Bar => ({
  label: "1 Nov",
  reading: `${read} and ${written}`,
  values: { read, written },
  provisional,
});

it("stands on zero, with heights in proportion and one series on the other", () => {
  const [firstRead, secondRead, firstWritten] = rects(draw([bar(100, 50), bar(200, 0)]));
  expect(firstRead).toBeDefined();
  expect((firstRead?.y ?? 0) + (firstRead?.height ?? 0)).toBeCloseTo(200);
  expect((secondRead?.height ?? 0) / (firstRead?.height ?? 1)).toBeCloseTo(2);
  expect((firstWritten?.y ?? 0) + (firstWritten?.height ?? 0)).toBeCloseTo(firstRead?.y ?? -1);
});

it("gives each series its own colour and pales what is provisional", () => {
  const [read, provisionalRead, written] = rects(draw([bar(10, 5), bar(10, 5, true)]));
  expect(read?.tag).toContain("var(--color-ink)");
  expect(written?.tag).toContain("var(--color-accent)");
  expect(read?.opacity).toBe(1);
  expect(provisionalRead?.opacity).toBeLessThan(0.5);
});

it("can be read value by value, and draws nothing that is not a number when all is zero", () => {
  const html = draw([bar(0, 0), bar(0, 0)]);
  expect(html).not.toContain("NaN");
  expect(html).toContain('aria-valuetext="0 and 0"');
  expect(html).toContain('aria-valuemax="2"');
  expect(html).toContain("0 t");
});

it("carries no style in its markup, which the page's policy would not let work", () => {
  expect(draw([bar(100, 50), bar(200, 0)])).not.toContain("style=");
});
