import { expect, it } from "vitest";
import { cite } from "./cite.ts";

const mark = '<sup class="cite"><a href="#why-3" aria-label="Why is this here? 3">3</a></sup>';

it("stands behind the last words of a paragraph, a list or a quotation's footer", () => {
  expect(cite("<p>One.</p>\n<p>Two.</p>", 3)).toBe(`<p>One.</p>\n<p>Two.${mark}</p>`);
  expect(cite("<ul><li>One</li></ul>", 3)).toBe(`<ul><li>One${mark}</li></ul>`);
  expect(cite("<blockquote><p>Words.</p><footer>Who</footer></blockquote>", 3)).toBe(
    `<blockquote><p>Words.</p><footer>Who${mark}</footer></blockquote>`,
  );
});

it("comes after what it must not stand in, such as code and tables", () => {
  expect(cite("<pre><code>x</code></pre>", 3)).toBe(`<pre><code>x</code></pre>${mark}`);
});
