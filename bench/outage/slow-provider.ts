import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "#platform/clock.ts";

const PASSED_ON = ["content-type", "retry-after", "retry-after-ms", "x-request-id"];

export interface SlowProvider {
  url: string;
  /** How many clients gave up by the machine's own clock while simulated time stood still: then the machine is too busy to judge by. */
  departures(): number;
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
  let departures = 0;
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
    if (answer.ok) {
      // Who has left is held up by nobody, so that its wait must end: time would move on under others that are at work.
      const left = new AbortController();
      response.once("close", () => left.abort(new Error("the client left")));
      await clock.wait(thinkingMs(), left.signal).catch((error: unknown) => {
        departures += 1;
        throw error;
      });
    }
    const headers = PASSED_ON.flatMap((name) => {
      const value = answer.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    response.writeHead(answer.status, Object.fromEntries(headers));
    response.end(body);
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    departures: () => departures,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
