import { once } from "node:events";
import { type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, describe, expect, it, test } from "vitest";
import { createWebServer, type WebServer } from "./web-server.ts";

const ORIGIN = "https://episodic.example";

let web: WebServer | undefined;
afterEach(async () => {
  web?.server.closeAllConnections();
  await web?.stop();
  web = undefined;
});

/** Answers with what it was told, after the body is read. */
async function echo(given: IncomingMessage, response: ServerResponse): Promise<void> {
  let length = 0;
  for await (const chunk of given) length += (chunk as Buffer).length;
  response.end(JSON.stringify({ url: given.url, headers: given.headers, length }));
}

async function start(handle = echo, origin = ORIGIN, isProduction = true): Promise<number> {
  web = createWebServer({ origin, isProduction, handle });
  web.server.listen(0, "127.0.0.1");
  await once(web.server, "listening");
  return (web.server.address() as AddressInfo).port;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

async function ask(
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string; isChunked?: boolean } = {},
): Promise<Answer> {
  const { body, isChunked, ...rest } = options;
  const sent = request({ host: "127.0.0.1", port, path, agent: false, ...rest });
  if (body !== undefined && isChunked) sent.write(body);
  sent.end(isChunked ? undefined : body);
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const parts = await response.toArray();
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: Buffer.concat(parts).toString(),
  };
}

/** What comes back for the bytes as they are, until the connection is closed. */
async function say(port: number, bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(bytes);
  return Buffer.concat(await socket.toArray()).toString();
}

const told = (answer: Answer): { headers: Record<string, string>; length: number } => JSON.parse(answer.body);

describe("headers", () => {
  it("throws away what a client must not say", async () => {
    const headers = {
      "x-episodic-peer": "198.51.100.1",
      "X-Episodic-Pass": "AAAA",
      "x-middleware-subrequest": "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy",
      "x-middleware-next": "1",
      "x-middleware-rewrite": "/projects",
      "x-middleware-override-headers": "cookie",
      "x-invoke-path": "/projects",
      "x-matched-path": "/projects",
      "x-now-route-matches": "1",
      "x-nextjs-data": "1",
      "x-next-resume-state-length": "1",
      "next-resume": "1",
      "x-original-url": "/projects",
      "x-rewrite-url": "/projects",
      "x-http-method-override": "DELETE",
      "x-action-forwarded": "1",
      "x-prerender-revalidate": "1",
      "content-security-policy": "script-src 'nonce-known'",
      forwarded: "host=evil.example",
      "x-forwarded-for": "198.51.100.2",
      accept: "text/html",
    };
    const heard = told(await ask(await start(), "/", { headers })).headers;
    const kept = Object.keys(headers).filter(
      (name) => heard[name.toLowerCase()] === headers[name as "accept"],
    );
    expect(kept).toEqual(["x-forwarded-for", "accept"]);
    expect(heard["x-episodic-peer"]).toBe("127.0.0.1");
  });

  it("names the one configured address, whatever host the client names", async () => {
    const headers = { host: "evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "http" };
    expect(told(await ask(await start(), "/", { headers })).headers).toMatchObject({
      host: "episodic.example",
      "x-forwarded-host": "episodic.example",
      "x-forwarded-proto": "https",
      "x-forwarded-port": "443",
    });
  });

  it("leaves a request of Next.js to itself what it was given", async () => {
    const port = await start();
    const first = told(await ask(port, "/")).headers;
    const again = { ...first, "x-episodic-peer": "203.0.113.7", "x-action-forwarded": "1" };
    expect(told(await ask(port, "/", { headers: again })).headers).toMatchObject({
      "x-episodic-peer": "203.0.113.7",
      "x-action-forwarded": "1",
    });
  });

  it("sets the static ones on every answer", async () => {
    const port = await start();
    const answers = [
      await ask(port, "/"),
      await ask(port, "//"),
      await ask(port, "/", { method: "PROPFIND" }),
      await ask(port, "/", { method: "POST", headers: { "content-length": "9999999" } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 405, 413]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        "content-security-policy": expect.stringContaining("default-src 'none'"),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "strict-transport-security": "max-age=31536000",
      });
    }
    for (const bytes of ["NONSENSE\r\n\r\n", `GET / HTTP/1.1\r\nx: ${"a".repeat(20_000)}\r\n\r\n`]) {
      expect(await say(port, bytes)).toMatch(
        /^HTTP\/1.1 4(?:00|31) .*\r\nX-Content-Type-Options: nosniff\r\n/s,
      );
    }
  });

  it.each([
    ["http://localhost:3000", true],
    [ORIGIN, false],
  ])("asks for https only in production and where it is there: %s %s", async (origin, isProduction) => {
    const { headers } = await ask(await start(echo, origin, isProduction), "/");
    expect(headers).not.toHaveProperty("strict-transport-security");
  });
});

describe("addresses", () => {
  test.each(["/", "/projects?to=%2F%2Fx", "/_next/static/chunks/%5Broot%5D..js", "/a.b/c~d"])(
    "%s passes",
    async (path) => {
      expect((await ask(await start(), path)).status).toBe(200);
    },
  );

  test.each([
    "//",
    "//evil.example/",
    "/projects//x",
    "/projects/%2fx",
    "/projects%2Fx",
    "/projects/%5Cx",
    "/projects/\\x",
    "/projects/../x",
    "/projects/./x",
    "/projects/..",
    "/projects/%2e%2e/x",
    "/projects/%00",
    "/projects/%",
    "/projects/%zz",
    "/projects/%ff",
    "/projects#x",
    "http://episodic.example/projects",
    "*",
  ])("%s is nothing", async (path) => {
    expect(await ask(await start(), path)).toMatchObject({
      status: 404,
      body: "There is nothing here: the address is malformed.",
    });
  });
});

describe("bodies", () => {
  const MEGABYTE = 1024 * 1024;
  const post = { method: "POST" };

  it("refuses one that says it is too large before it arrives", async () => {
    const port = await start();
    const head = `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${MEGABYTE + 1}\r\n`;
    expect(await say(port, `${head}Expect: 100-continue\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 413 /,
    );
    const { status, body } = await ask(port, "/", { ...post, headers: { "content-length": "1048577" } });
    expect({ status, body }).toEqual({
      status: 413,
      body: "This is larger than 1 MB, the most that is taken here. Send less at once.",
    });
  });

  it("lets one be sent that waited to be asked", async () => {
    const options = { ...post, headers: { expect: "100-continue", "content-length": "2" }, body: "ab" };
    expect(told(await ask(await start(), "/", options)).length).toBe(2);
  });

  it("counts one that does not say how large it is, and hands on no part of it as the whole", async () => {
    const seen: string[] = [];
    const port = await start(async (given, response) => {
      await echo(given, response).then(
        () => seen.push("whole"),
        () => seen.push("broken off"),
      );
    });
    const small = await ask(port, "/", { ...post, body: "a".repeat(MEGABYTE), isChunked: true });
    expect(told(small).length).toBe(MEGABYTE);
    const large = await ask(port, "/", { ...post, body: "a".repeat(3 * MEGABYTE), isChunked: true });
    expect(large.status).toBe(413);
    await expect.poll(() => seen).toEqual(["whole", "broken off"]);
  });

  it.each([
    ["/api/anything", MEGABYTE / 4],
    ["/projects", MEGABYTE],
    ["/projects/x/sources/upload?name=a", 20 * MEGABYTE],
  ])("%s takes %i bytes", async (path, most) => {
    const port = await start();
    const headers = { "content-length": String(most + 1) };
    expect((await ask(port, path, { ...post, headers })).status).toBe(413);
    expect(told(await ask(port, path, { ...post, body: "a".repeat(most) })).length).toBe(most);
  });
});

describe("origins", () => {
  const post = (origin: string) => ({ method: "POST", headers: { origin } });

  it("says where to go instead when a page elsewhere sends something", async () => {
    const port = await start();
    for (const origin of ["https://evil.example", "http://episodic.example", `${ORIGIN}:444`, "null", "x"]) {
      expect(await ask(port, "/projects", post(origin))).toMatchObject({
        status: 403,
        body: `Open Episodic at ${ORIGIN} and try again there. Nothing was changed.`,
      });
    }
    expect((await ask(port, "/projects", post(ORIGIN))).status).toBe(200);
    expect((await ask(port, "/projects", { method: "POST" })).status).toBe(200);
  });
});

it("ends open streams when it stops, and lets the rest finish", async () => {
  const { promise: isAsked, resolve: asked } = Promise.withResolvers<void>();
  const { promise: mayAnswer, resolve: answerNow } = Promise.withResolvers<void>();
  const port = await start(async ({ url }, response) => {
    if (url === "/stream") {
      response.writeHead(200, { "content-type": "text/event-stream" }).write("data: 1\n\n");
      return;
    }
    asked();
    await mayAnswer;
    response.end("done");
  });
  const stream = await fetch(`http://127.0.0.1:${port}/stream`);
  const slow = ask(port, "/slow");
  await isAsked;
  const stopped = web?.stop();
  await expect(stream.text()).rejects.toThrow();
  answerNow();
  expect((await slow).body).toBe("done");
  await stopped;
});

it("answers in words when nobody else does", async () => {
  const port = await start(async () => {
    throw new Error("This error is part of the test.");
  });
  expect(await ask(port, "/")).toMatchObject({
    status: 500,
    body: "That did not work, and the fault is ours.",
  });
});
