import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { QrCode } from "./qr-code.tsx";

const TEXT = "otpauth://totp/Episodic:ines%40example.test?secret=GEZDGNBVGY3TQOJQ";

/** The picture read back: which modules are dark, by row. */
function rowsOf(html: string): boolean[][] {
  const side = Number(/viewBox="0 0 (\d+) /.exec(html)?.[1]);
  const rows = Array.from({ length: side }, () => new Array<boolean>(side).fill(false));
  for (const [, x, y] of html.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    const row = rows[Number(y)];
    if (row) row[Number(x)] = true;
  }
  return rows;
}

test("the picture has its three marks, and four modules of light around it", () => {
  const html = renderToStaticMarkup(<QrCode text={TEXT} label="The secret" />);
  const rows = rowsOf(html);
  const side = rows.length;
  const mark = "1111111,1000001,1011101,1011101,1011101,1000001,1111111";
  const at = (left: number, top: number) =>
    rows
      .slice(top, top + 7)
      .map((row) =>
        row
          .slice(left, left + 7)
          .map((dark) => (dark ? 1 : 0))
          .join(""),
      )
      .join(",");
  expect([at(4, 4), at(side - 11, 4), at(4, side - 11)]).toEqual([mark, mark, mark]);
  const edge = [
    ...rows.slice(0, 4),
    ...rows.slice(-4),
    ...rows.map((row) => [...row.slice(0, 4), ...row.slice(-4)]),
  ];
  expect(edge.flat().some(Boolean)).toBe(false);
  expect(html).toContain('aria-label="The secret"');
  expect(html).not.toContain("style=");
});

test("another text is another picture", () => {
  const [one, other] = [TEXT, `${TEXT}A`].map((text) =>
    rowsOf(renderToStaticMarkup(<QrCode text={text} label="" />)),
  );
  expect(one).not.toEqual(other);
});
