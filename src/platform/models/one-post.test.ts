import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, vi } from "vitest";
import { freePort } from "#testing/free-port.ts";
import { onePost } from "./one-post.ts";

const POST = { method: "POST", body: "{}" };

it("sends one POST and refuses the second, so that nobody pays for it", async () => {
  const send = vi.fn(async () => new Response("{}", { status: 200, headers: { "x-a": "b" } }));
  const post = onePost(send);
  expect(post.wasSent()).toBe(false);
  await post.fetch("http://provider.test", POST);
  await expect(post.fetch("http://provider.test", POST)).rejects.toThrow("a second one was tried");
  expect(send).toHaveBeenCalledTimes(1);
  expect([post.wasSent(), post.response()?.status, post.response()?.headers.get("x-a")]).toEqual([
    true,
    200,
    "b",
  ]);
});

it("refuses everything but a POST", async () => {
  const post = onePost(async () => expect.fail("nothing was to be sent"));
  await expect(post.fetch("http://provider.test")).rejects.toThrow("Only a POST");
  expect(post.wasSent()).toBe(false);
});

it("knows that a connection which was never made has sent nothing, and one that broke may have", async () => {
  const refused = onePost();
  await expect(refused.fetch(`http://localhost:${await freePort()}`, POST)).rejects.toThrow("fetch failed");
  const unknown = onePost();
  await expect(unknown.fetch("http://nobody.invalid", POST)).rejects.toThrow("fetch failed");
  const server = createServer((request) => request.socket.resetAndDestroy()).listen(0, "127.0.0.1");
  await vi.waitUntil(() => server.listening);
  const broken = onePost();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await expect(broken.fetch(url, POST)).rejects.toThrow("fetch failed");
  server.close();
  expect([refused.wasSent(), unknown.wasSent(), broken.wasSent()]).toEqual([false, false, true]);
});

it("sends nothing for who has left already", async () => {
  const post = onePost(async () => expect.fail("nothing was to be sent"));
  const signal = AbortSignal.abort(new Error("The lease was lost"));
  await expect(post.fetch("http://provider.test", { ...POST, signal })).rejects.toThrow("The lease was lost");
  expect(post.wasSent()).toBe(false);
});

it("does not follow a redirect, which would be a second request", async () => {
  const server = createServer((_, response) => response.writeHead(307, { location: "/again" }).end()).listen(
    0,
    "127.0.0.1",
  );
  await vi.waitUntil(() => server.listening);
  const post = onePost();
  const { status } = await post.fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, POST);
  server.close();
  expect([status, post.response()?.status]).toEqual([307, 307]);
});
