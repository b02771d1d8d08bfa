import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { ModelRequest } from "./model-request.ts";
import type { RequestContent } from "./protocol.ts";

/** The whole body as text. */
export async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** A request with what its headers say: the key by each provider's own header. */
export function describeRequest(
  protocol: ModelRequest["protocol"],
  content: RequestContent,
  headers: IncomingHttpHeaders,
): ModelRequest {
  const one = (name: string) => headers[name]?.toString() ?? null;
  return {
    ...content,
    protocol,
    apiKey: one("authorization")?.replace(/^Bearer /i, "") ?? one("x-api-key") ?? one("x-goog-api-key"),
    idempotencyKey: one("idempotency-key"),
    headers: Object.fromEntries(
      Object.keys(headers)
        .filter((name) => name.startsWith("x-") && !name.endsWith("api-key"))
        .map((name) => [name, one(name) ?? ""]),
    ),
  };
}
