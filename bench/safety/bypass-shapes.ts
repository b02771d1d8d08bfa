import type { Question } from "./ask.ts";

/** A way to ask for a path that has slipped past a proxy file before, or past a server in front. */
export interface Shape {
  name: string;
  of(path: string): Question;
}

const SUBREQUESTS = [
  "middleware",
  "src/middleware",
  "pages/_middleware",
  "proxy",
  "src/proxy",
  "middleware:middleware:middleware:middleware:middleware",
  "src/middleware:src/middleware:src/middleware:src/middleware:src/middleware",
  "proxy:proxy:proxy:proxy:proxy",
  "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy",
  "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy:src/proxy",
];

/** What is true for every page: each value stands for its own header. */
const HEADERS: Record<string, string>[] = [
  ...SUBREQUESTS.map((value) => ({ "x-middleware-subrequest": value })),
  { "x-middleware-subrequest-id": "1" },
  { "x-middleware-next": "1" },
  { "x-middleware-skip": "1" },
  { "x-middleware-prefetch": "1" },
  { "x-middleware-override-headers": "cookie,x-episodic-peer", "x-middleware-request-cookie": "episodic=x" },
  { "x-middleware-set-cookie": "episodic=x" },
  { "x-nextjs-data": "1" },
  { "next-resume": "1" },
  { "x-next-resume-state-length": "2" },
  { "x-prerender-revalidate": "x" },
  { "x-vercel-id": "1", "x-now-route-matches": "1" },
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-prefetch": "2" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_full" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_index" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/../_tree" },
  { rsc: "1", "next-router-state-tree": "%5B%22%22%2C%7B%7D%5D" },
  { rsc: "1", "next-router-state-tree": "nonsense" },
  { rsc: "1", "next-url": "/" },
  { purpose: "prefetch" },
  { "x-http-method-override": "GET" },
  { "x-forwarded-host": "evil.example" },
  { "x-forwarded-host": "localhost", "x-forwarded-proto": "https" },
  { forwarded: "for=127.0.0.1;host=localhost" },
  { "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1" },
  { "x-episodic-peer": "127.0.0.1", "x-episodic-pass": "1" },
  { host: "evil.example" },
  { "x-forwarded-prefix": "/api" },
];

/** Headers that name another path than the address: the address is one that is open. */
const POINTERS = [
  "x-original-url",
  "x-rewrite-url",
  "x-invoke-path",
  "x-matched-path",
  "x-middleware-rewrite",
  "x-middleware-redirect",
  "x-forwarded-uri",
  "x-forwarded-path",
  "x-invoke-output",
];

const PATHS: Record<string, (path: string) => string> = {
  ".rsc": (path) => `${path}.rsc`,
  _rsc: (path) => `${path}?_rsc=1a2b3`,
  "_rsc and a prefetch": (path) => `${path}?_rsc=1a2b3&__nextPrefetch=1`,
  "segment tree": (path) => `${path}.segments/_tree.segment.rsc`,
  "segment index": (path) => `${path}.segments/_index.segment.rsc`,
  "segment full": (path) => `${path}.segments/_full.segment.rsc`,
  "prefetch.rsc": (path) => `${path}.prefetch.rsc`,
  ".txt": (path) => `${path}.txt`,
  ".json": (path) => `${path}.json`,
  "doubled slash in front": (path) => `/${path}`,
  "doubled slashes": (path) => path.replaceAll("/", "//"),
  "doubled last slash": (path) => path.replace(/\/([^/]*)$/, "//$1"),
  "encoded slash": (path) => path.replace(/\/([^/]*)$/, "%2f$1"),
  "twice encoded slash": (path) => path.replace(/\/([^/]*)$/, "%252f$1"),
  "encoded first slash": (path) => `/%2f${path.slice(1)}`,
  backslash: (path) => path.replace(/\/([^/]*)$/, "\\$1"),
  "encoded backslash": (path) => path.replace(/\/([^/]*)$/, "%5c$1"),
  "encoded letter": (path) => path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  "capital letters": (path) => path.toUpperCase(),
  "a capital letter": (path) => path.replace(/[a-z]/, (letter) => letter.toUpperCase()),
  "dot segments": (path) => `/sign-in/..${path}`,
  "encoded dot segments": (path) => `/sign-in/%2e%2e${path}`,
  "dots from the static files": (path) => `/_next/static/../..${path}`,
  "encoded dots from the static files": (path) => `/_next/static/%2e%2e/%2e%2e${path}`,
  "encoded slash from the static files": (path) => `/_next/static/..%2f..${path}`,
  "a dot segment": (path) => `/.${path}`,
  "trailing slash": (path) => `${path}/`,
  "trailing dot": (path) => `${path}.`,
  "trailing dots": (path) => `${path}/..;/`,
  "trailing space": (path) => `${path}%20`,
  "trailing zero": (path) => `${path}%00`,
  "trailing hash": (path) => `${path}%23`,
  semicolon: (path) => `${path};x=1`,
  "built data": (path) => `/_next/data/x${path}.json`,
  "built data of this page": (path) => `/_next/data/development${path}.json`,
  "image optimizer": (path) => `/_next/image?url=${encodeURIComponent(path)}&w=640&q=75`,
  locale: (path) => `/en${path}`,
  "query of Next.js": (path) => `${path}?nextLocale=en&__nextDefaultLocale=en&nxtP=1`,
  "absolute address": (path) => `http://localhost${path}`,
};

const METHODS = ["HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"];

export const SHAPES: Shape[] = [
  ...HEADERS.map((headers) => ({
    name: Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}`)
      .join(", "),
    of: (path: string) => ({ path, headers }),
  })),
  ...POINTERS.map((name) => ({
    name,
    of: (path: string) => ({ path: "/sign-in", headers: { [name]: path } }),
  })),
  ...Object.entries(PATHS).map(([name, of]) => ({ name, of: (path: string) => ({ path: of(path) }) })),
  ...METHODS.map((method) => ({ name: method, of: (path: string) => ({ path, method }) })),
  {
    name: "a prefetch of the server's own",
    of: (path) => ({
      path,
      headers: { rsc: "1", "next-router-prefetch": "1", "x-middleware-subrequest": "src/proxy" },
    }),
  },
];
