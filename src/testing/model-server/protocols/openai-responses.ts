import { z } from "zod";
import type { CountedTokens, Protocol, Reply, StreamedEvent } from "../protocol.ts";
import { textsOf } from "../texts-of.ts";
import { openaiFailure } from "./openai-failure.ts";

const Body = z.looseObject({
  model: z.string(),
  input: z.union([z.string(), z.array(z.looseObject({}))]),
  instructions: z.string().nullish(),
  stream: z.boolean().nullish(),
  max_output_tokens: z.int().positive().nullish(),
  text: z
    .looseObject({
      format: z
        .looseObject({
          type: z.enum(["text", "json_object", "json_schema"]),
          schema: z.looseObject({}).optional(),
        })
        .optional(),
    })
    .nullish(),
});

/** Responses: OpenAI's own interface, the one that `openai(model)` of the AI SDK speaks. */
export const openaiResponses: Protocol = {
  read(given) {
    const body = Body.parse(given);
    const format = body.text?.format;
    return {
      model: body.model,
      streamed: body.stream ?? false,
      prompt: [...textsOf(body.instructions), ...textsOf(body.input)],
      json: format && format.type !== "text" ? { schema: format.schema ?? null } : null,
      maxOutputTokens: body.max_output_tokens ?? null,
      dimensions: null,
    };
  },
  usage: ({ uncachedInput, cacheRead, cacheWrite, output, reasoning }: CountedTokens) => {
    const input = uncachedInput + cacheRead + cacheWrite;
    return {
      input_tokens: input,
      input_tokens_details: {
        cached_tokens: cacheRead,
        ...(cacheWrite > 0 ? { cache_write_tokens: cacheWrite } : {}),
      },
      output_tokens: output,
      output_tokens_details: { reasoning_tokens: reasoning },
      total_tokens: input + output,
    };
  },
  whole: (reply) => response(reply, [message(reply)]),
  events: (reply) => {
    const at = { item_id: itemId(reply), output_index: 0, content_index: 0 };
    const kind = reply.ending === "refusal" ? "refusal" : "output_text";
    const opened = { ...response({ ...reply, usage: null }, []), status: "in_progress" };
    const item = { ...message(reply), status: "in_progress", content: [] };
    return numbered([
      { type: "response.created", response: opened },
      { type: "response.in_progress", response: opened },
      { type: "response.output_item.added", output_index: 0, item },
      { type: "response.content_part.added", ...at, part: part({ ...reply, text: "" }) },
      ...reply.pieces.map((delta) => ({ type: `response.${kind}.delta`, ...at, delta })),
      {
        type: `response.${kind}.done`,
        ...at,
        [kind === "refusal" ? "refusal" : "text"]: reply.text,
      },
      { type: "response.content_part.done", ...at, part: part(reply) },
      { type: "response.output_item.done", output_index: 0, item: message(reply) },
      { type: `response.${status(reply)}`, response: response(reply, [message(reply)]) },
    ]);
  },
  failure: openaiFailure,
  failureEvent: ({ code, message: text }) => ({
    name: "error",
    data: { type: "error", sequence_number: 1, code, message: text, param: null },
  }),
};

const itemId = ({ id }: Reply) => `msg_${id}`;
const status = ({ ending }: Reply) => (ending === "length" ? "incomplete" : "completed");
const part = ({ ending, text }: Reply) =>
  ending === "refusal" ? { type: "refusal", refusal: text } : { type: "output_text", text, annotations: [] };
const message = (reply: Reply) => ({
  type: "message",
  id: itemId(reply),
  role: "assistant",
  status: status(reply),
  content: [part(reply)],
});

function response(reply: Reply, output: object[]): object {
  return {
    id: reply.id,
    object: "response",
    created_at: Math.floor(reply.createdAt.getTime() / 1000),
    status: status(reply),
    error: null,
    incomplete_details: reply.ending === "length" ? { reason: "max_output_tokens" } : null,
    model: reply.model,
    output,
    ...(reply.usage === undefined ? {} : { usage: reply.usage }),
  };
}

function numbered(events: { type: string; [field: string]: unknown }[]): StreamedEvent[] {
  return events.map((event, index) => ({
    name: event.type,
    data: { ...event, sequence_number: index },
    isEnding: index === events.length - 1,
  }));
}
