import { describe, expect, it } from "vitest";
import { renderMarkdown } from "./render-markdown.ts";

const NONE = new Set<string>();

describe("renderMarkdown", () => {
  it("renders headings, lists, tables, code and quotations", () => {
    const markdown = [
      "## Two *clocks*",
      "- one\n- two",
      "| a | b |\n|---|--:|\n| 1 | 2 |",
      '```json\n{ "a": 1 }\n```',
      "> Said.",
      "~~gone~~ `code`",
    ].join("\n\n");
    expect(renderMarkdown(markdown, NONE)).toBe(
      [
        "<h2>Two <em>clocks</em></h2>",
        "<ul>\n<li>one</li>\n<li>two</li>\n</ul>",
        '<table>\n<thead>\n<tr>\n<th>a</th>\n<th align="right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td align="right">2</td>\n</tr>\n</tbody>\n</table>',
        '<pre><code class="language-json">{ "a": 1 }\n</code></pre>',
        "<blockquote>\n<p>Said.</p>\n</blockquote>",
        "<p><del>gone</del> <code>code</code></p>",
      ].join("\n"),
    );
  });

  it("keeps links and images that stand in a source, and the words of others", () => {
    const links = new Set(["https://example.org/a b", "https://example.org/ü", "https://example.org/p.png"]);
    expect(renderMarkdown("[a](<https://example.org/a b>)", links)).toBe(
      '<p><a href="https://example.org/a%20b" rel="noopener noreferrer nofollow">a</a></p>',
    );
    expect(renderMarkdown("[u](https://example.org/ü)", links)).toContain("<a href=");
    expect(renderMarkdown("![p](https://example.org/p.png)", links)).toBe(
      '<p><img src="https://example.org/p.png" alt="p" loading="lazy"></p>',
    );
    expect(
      renderMarkdown("See [the *plan*](https://evil.example) ![x](https://evil.example/x.png).", links),
    ).toBe("<p>See the <em>plan</em> .</p>");
    expect(renderMarkdown("[up](../up.md) and https://evil.example", links)).toBe(
      "<p>up and https://evil.example</p>",
    );
  });

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    '![x](https://example.org/x.png"onerror="alert(1))',
    "<iframe src=https://example.org></iframe>",
    "<style>*{display:none}</style>",
    "<form action=https://example.org><input name=q></form>",
    "<div onclick=alert(1)>x</div>",
    "<math><mtext></mtext><script>alert(1)</script></math>",
    "<details open ontoggle=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "[x]: javascript:alert(1)\n\n[x]",
    "```<img src=x onerror=alert(1)>\nx\n```",
    "<!--><script>alert(1)</script>-->",
    "<base href=https://evil.example>",
    "<meta http-equiv=refresh content=0;url=https://evil.example>",
    "<a name=getElementById>x</a>",
    "text[^1]\n\n[^1]: <script>alert(1)</script>",
  ])("lets nothing run: %s", (payload) => {
    // The allow-list must not be what saves us: a hostile source may have its own address on it.
    const links = new Set([
      "https://example.org",
      "https://example.org/x.png",
      "javascript:alert(1)",
      "../up",
    ]);
    for (const markdown of [
      payload,
      `Before ${payload} after`,
      `> ${payload}`,
      `| a |\n|---|\n| ${payload} |`,
    ]) {
      const html = renderMarkdown(markdown, links);
      const tags = [...html.matchAll(/<\/?([a-z0-9]+)([^>]*)>/gi)];
      for (const [, name = "", attributes = ""] of tags) {
        expect(name).toMatch(
          /^(?:p|blockquote|table|thead|tbody|tr|th|td|a|code|pre|img|sup|section|h2|ol|li)$/,
        );
        expect(attributes).not.toMatch(/\son|style|srcdoc|\sid=|\sname=|javascript:|data:/i);
      }
    }
  });
});
