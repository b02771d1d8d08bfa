import { expect, it } from "vitest";
import { readBody } from "./read-body.ts";

function upload(chunks: number, chunkBytes: number, headers: Record<string, string> = {}) {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent === chunks) return controller.close();
      sent += 1;
      controller.enqueue(new Uint8Array(chunkBytes).fill(sent));
    },
  });
  const init = { method: "POST", body, headers, duplex: "half" };
  return { request: new Request("http://episodic.test/x", init), sent: () => sent };
}

it("puts the parts together", async () => {
  const { request } = upload(3, 2);
  expect(await readBody(request, 6)).toEqual(new Uint8Array([1, 1, 2, 2, 3, 3]));
});

it("stops reading where the limit is passed, whatever the header said", async () => {
  const { request, sent } = upload(1000, 10, { "content-length": "5" });
  expect(await readBody(request, 25)).toBeNull();
  expect(sent()).toBeLessThan(10);
});

it("reads nothing of what announces itself as too long", async () => {
  const { request } = upload(1, 1, { "content-length": "99" });
  expect(await readBody(request, 25)).toBeNull();
});
