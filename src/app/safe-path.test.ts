import { expect, it, test } from "vitest";
import { safePath } from "./safe-path.ts";

test.each([
  "/",
  "/projects",
  "/projects/01939f7c-8f3a-7c1e-9d2b-000000000001/sources?order=new#top",
  "/sign-in/code?to=%2Faccount",
  "/read/a.b~c_d-e/",
  "/search?q=%2F%2Fevil.example",
])("%s is a path of ours", (path) => {
  expect(safePath(path)).toBe(path);
});

test.each([
  "//evil.example",
  "///evil.example",
  "////evil.example",
  "/\\evil.example",
  "\\/evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "\t//evil.example",
  "/\n/evil.example",
  "/\r\n/evil.example",
  " //evil.example",
  "/ /evil.example",
  "\u0000//evil.example",
  "/\u2028/evil.example",
  "/%2f%2fevil.example",
  "/%2fevil.example",
  "/%5cevil.example",
  "/%09/evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/./\\evil.example",
  "/projects//evil.example",
  "/projects/..//evil.example",
  "/;//evil.example",
  "/@evil.example",
  "@evil.example",
  ":80@evil.example",
  ".evil.example",
  "evil.example",
  "?to=//evil.example",
  "#//evil.example",
  "",
  "javascript:alert(1)",
  "/javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "blob:https://episodic.example/x",
  "file:///etc/passwd",
  "http:evil.example",
  "https:/evil.example",
  "https://evil.example",
  "https://episodic.example.evil.example/projects",
  "https://episodic.example@evil.example/projects",
  "https://episodic.example/projects",
  "https://here.invalid/projects",
  "//here.invalid/projects",
  "/projects\r\nSet-Cookie: episodic=1",
  "/projects%0d%0aSet-Cookie:episodic=1",
  "/\uff0fevil.example",
  "/\u3002evil.example",
  "/\u202eevil.example",
])("%j leads home", (given) => {
  expect(safePath(given)).toBe("/");
  expect(safePath(given, "/projects")).toBe("/projects");
});

test.each([null, undefined, 7, true, ["/projects"], { toString: () => "/projects" }, new File([], "/x")])(
  "%s is no path at all",
  (given) => {
    expect(safePath(given)).toBe("/");
  },
);

it("leads home from an address longer than any of ours", () => {
  expect(safePath(`/${"a".repeat(2_000)}`)).toBe("/");
});

it("answers with what a header can carry", () => {
  expect(safePath("/projects?q=ä\u{1f600}")).toBe("/projects?q=%C3%A4%F0%9F%98%80");
});

it("stays on the site whatever is put together", () => {
  const pieces = [
    "/",
    "\\",
    ".",
    "..",
    "%2f",
    "%5c",
    "@",
    ":",
    "?",
    "#",
    "\t",
    "evil.example",
    "https:",
    "a",
  ];
  for (let seed = 0; seed < 20_000; seed += 1) {
    let rest = seed * 2_654_435_761;
    let given = "/";
    for (let length = 0; length < 6; length += 1) {
      given += pieces[rest % pieces.length];
      rest = Math.floor(rest / pieces.length);
    }
    expect(new URL(safePath(given), "https://episodic.example").origin).toBe("https://episodic.example");
  }
});
