import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { sendJson } from "./answer-call.ts";
import { FaultRule } from "./faults.ts";
import { AnswerRule } from "./make-answer.ts";
import type { ModelCall } from "./model-call.ts";
import { readBody } from "./read-request.ts";

/** What another process may do by the control endpoint, and the owner directly. */
export interface Controls {
  calls: readonly ModelCall[];
  fault(rule: FaultRule): void;
  answer(rule: AnswerRule): void;
  clear(): void;
}

/** `GET /control/calls?after=7`, `POST /control/faults` and `/control/answers` with a rule, `DELETE /control`. */
export async function control(
  incoming: IncomingMessage,
  response: ServerResponse,
  controls: Controls,
): Promise<void> {
  const url = new URL(incoming.url ?? "/", "http://localhost");
  const route = `${incoming.method} ${url.pathname}`;
  if (route === "GET /control/calls") {
    const after = Number(url.searchParams.get("after") ?? 0);
    return sendJson(response, 200, controls.calls.slice(after));
  }
  if (route === "DELETE /control") {
    controls.clear();
    return sendJson(response, 200, {});
  }
  try {
    const body: unknown = JSON.parse(await readBody(incoming));
    if (route === "POST /control/faults") controls.fault(FaultRule.parse(body));
    else if (route === "POST /control/answers") controls.answer(AnswerRule.parse(body));
    else return sendJson(response, 404, { error: `There is no ${route}` });
    sendJson(response, 200, {});
  } catch (error) {
    const message = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    sendJson(response, 400, { error: message });
  }
}
