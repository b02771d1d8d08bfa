import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "#platform/clock.ts";

const PASSED_ON = ["content-type", "retry-after", "retry-after-ms", "x-request-id"];

export interface SlowProvider {
  url: string;
  close(): Promise<void>;
}

/**
 * Stands in front of the model server and holds its answers back by the clock of the simulation, as a model takes its time; a refusal comes
 * at once. The server has noted the arrival by then.
 */
export async function slowProvider(
  target: string,
  { clock, thinkingMs }: { clock: Clock; thinkingMs: () => number },
): Promise<SlowProvider> {
  const server = createServer((request, response) => {
    passOn(request, response).catch(() => response.destroy());
  });
  async function passOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = await fetch(`${target}${request.url}`, {
      method: request.method ?? "POST",
      headers: {
        "content-type": "application/json",
        authorization: request.headers.authorization ?? "",
      },
      body: Buffer.concat(chunks),
    });
    const body = Buffer.from(await answer.arrayBuffer());
    if (answer.ok) await clock.wait(thinkingMs());
    const headers = PASSED_ON.flatMap((name) => {
      const value = answer.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    response.writeHead(answer.status, Object.fromEntries(headers));
    response.end(body);
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
