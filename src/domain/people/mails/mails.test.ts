import { describe, expect, it } from "vitest";
import { invitationMail } from "./invitation-mail.ts";
import { noticeMail } from "./notice-mail.ts";
import { NOTICES, type Notice } from "./notices.ts";
import { signInMail } from "./sign-in-mail.ts";
import { type WrittenMail, writeMail } from "./write-mail.ts";

const HREF = "https://episodic.test/sign-in/abc";

/** The words of a mail, without what only lays them out. */
function words(html: string): string {
  const body = html.slice(html.indexOf("<body"));
  const text = body
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"');
}
const wordsOf = (text: string) => text.replace(/-- |:\s*$/gm, " ").match(/\S+/g) ?? [];

const everyNotice = (Object.keys(NOTICES) as Notice[]).map((notice): [string, WrittenMail] => [
  notice,
  noticeMail({ notice, at: new Date("2026-11-20T06:30:00Z"), timeZone: "Europe/Berlin", sessionsHref: HREF }),
]);
const every: [string, WrittenMail][] = [
  ["sign_in", signInMail({ code: "WDJB-MJHT", href: HREF, minutes: 10 })],
  [
    "invitation",
    invitationMail({
      organization: "Northwind",
      invitedBy: "Ines Martin",
      role: "an editor",
      href: HREF,
      days: 7,
    }),
  ],
  ...everyNotice,
];

describe.each(every)("the mail %s", (_, mail) => {
  it("says the same in both of its parts", () => {
    const inText = wordsOf(mail.text);
    const inHtml = wordsOf(words(mail.html).replace(/:(?=\s)/g, " "));
    expect(inText.map((word) => word.replace(/:$/, ""))).toEqual(inHtml);
  });

  it("loads nothing, tracks nothing and links to the one origin", () => {
    expect(mail.html).not.toMatch(/<(img|script|link|iframe|object)\b|url\(|@import/i);
    const links = [...`${mail.text} ${mail.html}`.matchAll(/[a-z]+:\/\/[^\s"<]+/g)].map(([link]) => link);
    expect(new Set(links)).toEqual(new Set([HREF]));
  });

  it("can be read in the light and in the dark", () => {
    expect(mail.html).toContain('name="color-scheme" content="light dark"');
    expect(mail.html).toContain("prefers-color-scheme: dark");
  });
});

describe("a mail", () => {
  it("takes what stands in it as text", () => {
    const { html } = writeMail({
      subject: "<b>Hello</b>",
      pieces: [
        { kind: "paragraph", text: '<script>alert("1")</script> & more' },
        { kind: "button", label: "</a>", href: 'https://x.test/?"><img src=x>' },
      ],
    });
    expect(html).not.toMatch(/<script|<img|<b>/);
    expect(html).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; more");
  });

  it("tells how many recovery codes are left", () => {
    const told = (codesLeft: number) =>
      noticeMail({
        notice: "recovery_code_used",
        at: new Date(0),
        timeZone: null,
        sessionsHref: HREF,
        codesLeft,
      }).text;
    expect(told(9)).toContain("One of your recovery codes was used to sign in. 9 are left.");
    expect(told(1)).toContain("One is left.");
    expect(told(0)).toContain("It was the last one: have new ones made.");
  });

  it("tells the instant by the person's clock", () => {
    const notice = everyNotice[0]?.[1];
    expect(notice?.text).toContain("20 November 2026 at 07:30 (Europe/Berlin)");
  });
});
