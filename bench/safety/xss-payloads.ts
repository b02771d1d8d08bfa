/** What each payload tries to call, with its number, and where it tries to send something. */
const CALL = "pwned";
export const ELSEWHERE = "http://elsewhere.invalid";

const SCRIPTS = (n: number): string[] => [
  `${CALL}(${n})`,
  `window[\`${CALL}\`](${n})`,
  `top["${CALL}"](${n})`,
];

const TAGS = [
  "script",
  "ScRiPt",
  "script/x",
  "script\n",
  "scr\u0000ipt",
  "svg><script",
  "math><script",
  "noscript><script",
  "/title><script",
  "/textarea><script",
  "/style><script",
  "!--><script",
];

const HANDLERS = [
  "img src=x onerror=J",
  "img/src=x/onerror=J",
  'img src=x onerror="J"',
  "img src=x onerror='J'",
  "IMG SRC=x ONERROR=J",
  "img src=x:x onerror\n=\nJ",
  "svg onload=J",
  "svg/onload=J",
  "svg><animate onbegin=J attributeName=x dur=1s",
  "svg><set onbegin=J attributeName=x to=1",
  "body onload=J",
  "input autofocus onfocus=J",
  "select autofocus onfocus=J",
  "textarea autofocus onfocus=J",
  "details open ontoggle=J",
  "video src=x onerror=J",
  "audio src=x onerror=J",
  "video><source onerror=J src=x",
  "object data=x onerror=J",
  "embed src=x onload=J",
  "iframe onload=J",
  'iframe srcdoc="<script>J</script>"',
  "marquee onstart=J",
  "style onload=J",
  "link rel=stylesheet href=x onerror=J",
  "a href=javascript:J autofocus onfocus=J tabindex=1",
  "p style=animation-name:x onanimationstart=J",
  "xss contenteditable autofocus onfocus=J",
  "button autofocus onfocus=J popovertarget=x",
  "div onpointerrawupdate=J",
  "img srcset=x onerror=J",
  "picture><img src=x onerror=J",
  "form action=javascript:J><input type=submit",
  "button formaction=javascript:J",
  "isindex type=image src=1 onerror=J",
  "base href=javascript:J//",
  'meta http-equiv=refresh content="0;url=javascript:J"',
];

const URLS = [
  "javascript:J",
  "JaVaScRiPt:J",
  "java\tscript:J",
  "java\nscript:J",
  "\u0001javascript:J",
  " javascript:J",
  "javascript&colon;J",
  "&#106;avascript:J",
  "&#x6A;avascript:J",
  "%6Aavascript:J",
  "javascript://%0aJ",
  "javascript://https://a.example/%0aJ",
  "data:text/html,<script>J</script>",
  "data:text/html;base64,PHNjcmlwdD5wd25lZCgwKTwvc2NyaXB0Pg==",
  "data:image/svg+xml,<svg onload=J>",
  "vbscript:J",
  "feed:javascript:J",
  "view-source:javascript:J",
  "blob:javascript:J",
  "//elsewhere.invalid/x",
];

const LINKS = [
  "[x](U)",
  "[x](<U>)",
  "![x](U)",
  '[x](U "t")',
  "[x][r]\n\n[r]: U",
  "![x][r]\n\n[r]: <U>",
  "<U>",
  "[![x](U)](U)",
  '[x](U "onmouseover=J")',
];

const BREAKERS = [
  '"><img src=x onerror=J>',
  "'><img src=x onerror=J>",
  '" autofocus onfocus=J x="',
  "' autofocus onfocus=J x='",
  "` onfocus=J autofocus x=`",
  "--><script>J</script><!--",
  "]]><script>J</script>",
  "</script><script>J</script>",
  "</title><script>J</script>",
  "</textarea><script>J</script>",
  "</style><script>J</script>",
  "\u0024{J}",
  "{{J}}",
  "{{constructor.constructor('J')()}}",
  "<%= J %>",
  "#{J}",
  '\\";J;//',
  "';J;//",
  "\\u003cscript\\u003eJ\\u003c/script\\u003e",
  "\\x3cscript\\x3eJ",
  '"]);self.__next_f.push([1,"J',
  "\u2028J\u2029",
  "$L1",
  "$@1",
  "$undefined",
  '{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=J>"}}',
  "__proto__",
  "1;J",
];

const MUTATIONS = [
  '<noscript><p title="</noscript><img src=x onerror=J>">',
  '<svg></p><style><a id="</style><img src=1 onerror=J>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=J&gt;">',
  "<form><math><mtext></form><form><mglyph><style></math><img src onerror=J>",
  "<svg><desc><![CDATA[</desc><script>J</script>]]></svg>",
  "<svg><foreignObject><iframe srcdoc='<script>J</script>'>",
  "<math href=javascript:J>x</math>",
  "<math><maction actiontype=statusline xlink:href=javascript:J>x",
  '<svg><use href="data:image/svg+xml,<svg id=x onload=J>#x">',
  "<svg><a xlink:href=javascript:J><text>x",
  "<template><script>J</script></template>",
  '<xmp><p title="</xmp><img src=x onerror=J>">',
  "<plaintext><script>J</script>",
  "<listing>&lt;img src=x onerror=J&gt;</listing>",
  "<table><td><form><button formaction=javascript:J>",
  "<select><template><img src=x onerror=J>",
  "<option><style></option></select><img src=x onerror=J></style>",
  "<style><!--</style><script>J//--></script>",
  "<!--[if IE]><script>J</script><![endif]-->",
  "<![><script>J</script>",
  "<?xml ?><script>J</script>",
  "<a id=__next_f><a id=__next_f name=push href=javascript:J>",
  "<img name=currentScript>",
  "<form id=self>",
];

const ENCODINGS = [
  "&lt;script&gt;J&lt;/script&gt;",
  "&#60;script&#62;J&#60;/script&#62;",
  "&#x3c;img src=x onerror=J&#x3e;",
  "%3Cscript%3EJ%3C/script%3E",
  "\uff1cscript\uff1eJ\uff1c/script\uff1e",
  "+ADw-script+AD4-J+ADw-/script+AD4-",
  "\u00bcscript\u00beJ\u00bc/script\u00be",
  "<\u200bscript>J</script>",
  "<scr\u00adipt>J</script>",
  "\u202e<script>J</script>",
  "\u2066<img src=x onerror=J>\u2069",
  "\ufeff<script>J</script>",
  "<\u017fcript>J</\u017fcript>",
  "<IMG \u0130=x src=x onerror=J>",
  "<img src=x onerror=\\u0070wned(1)>",
  "\u{e0001}<script>J</script>",
  "<img src=x onerror=&#x70;wned(1)>",
  "\ud800<script>J</script>".toWellFormed(),
];

const STYLES = [
  '<div style="background:url(E/n)">x',
  "<div style=\"background:url('javascript:J')\">x",
  "<style>@import 'E/n';</style>",
  "<style>*{background:url(E/n)}</style>",
  "<link rel=stylesheet href=E/n>",
  '<div style="width:expression(J)">x',
  '<div style="-moz-binding:url(E/n)">x',
  '<p style="position:fixed;inset:0;z-index:9999">x',
  "<img src=E/n>",
  "![x](E/n)",
  "<img srcset='E/n 1x'>",
  "<video poster=E/n>",
  "<svg><image href=E/n>",
  "<iframe src=E/n>",
  "<object data=E/n>",
  "<embed src=E/n>",
  "<link rel=preconnect href=E>",
  "<link rel=prefetch href=E/n>",
  "<a ping=E/n href=#>x",
  "<body background=E/n>",
  "<form action=E/n><button autofocus>x",
];

const VOICES = [
  "<v J><script>J</script></v>",
  '<v "><img src=x onerror=J>>hello</v>',
  "<v <img src=x onerror=J>>hello",
  "<c.J onload=J>hello</c>",
  "<lang x onload=J>hello</lang>",
  "<00:00:01.000><script>J</script>",
  "<ruby><rt onload=J>hello",
  "NOTE <script>J</script>",
  "STYLE\n::cue{background:url(E/n)}",
];

const FRONT = [
  "---\ntitle: <script>J</script>\n---\n\nx",
  '---\ntitle: "\\"><img src=x onerror=J>"\n---\n\nx',
  "+++\ntitle = '<svg onload=J>'\n+++\n\nx",
  "---\n!!js/function 'function(){J}'\n---\n\nx",
];

const NAMES = [
  "<img src=x onerror=J>.md",
  '"><svg onload=J>.txt',
  'x.md" onload="J',
  "..\\..\\<script>J<script>.vtt",
  "x.html;J",
  "\u202emd.<script>J.exe",
  "a\u0000<script>J.md",
];

/** Payloads of each family, numbered: what calls `pwned(n)` or fetches from elsewhere shows which one ran. None holds a zero, which no text of the database can. */
export function xssPayloads(): string[] {
  const shapes = [
    ...TAGS.map((tag) => `<${tag}>J</script>`),
    ...HANDLERS.flatMap((tag) => [`<${tag}>`, `"'><${tag}>`]),
    ...URLS.flatMap((url) => LINKS.map((link) => link.replaceAll("U", url))),
    ...URLS.map((url) => `<a href="${url}">x</a>`),
    ...BREAKERS,
    ...MUTATIONS,
    ...ENCODINGS,
    ...STYLES,
    ...VOICES,
    ...FRONT,
    ...NAMES,
  ];
  return [...new Set(shapes)].map((shape, n) => {
    const scripts = SCRIPTS(n);
    return shape
      .replaceAll("\u0000", "\u0001")
      .replaceAll("E/n", `${ELSEWHERE}/${n}`)
      .replaceAll("=E>", `=${ELSEWHERE}>`)
      .replaceAll(/\bJ\b/g, scripts[n % scripts.length] ?? "");
  });
}
