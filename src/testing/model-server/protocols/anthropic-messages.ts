import { z } from "zod";
import type { CountedTokens, Failure, Protocol, Reply, StreamedEvent } from "../protocol.ts";
import { textsOf } from "../texts-of.ts";

const Body = z.looseObject({
  model: z.string(),
  max_tokens: z.int().positive(),
  system: z.unknown().optional(),
  messages: z.array(z.looseObject({ role: z.enum(["user", "assistant"]), content: z.unknown() })).min(1),
  stream: z.boolean().nullish(),
  output_config: z
    .looseObject({
      format: z.looseObject({ type: z.literal("json_schema"), schema: z.looseObject({}) }).optional(),
    })
    .nullish(),
  tools: z
    .array(z.looseObject({ name: z.string().optional(), input_schema: z.looseObject({}).optional() }))
    .nullish(),
  tool_choice: z.looseObject({ type: z.string(), name: z.string().optional() }).nullish(),
});
const TYPES: Record<number, string> = {
  400: "invalid_request_error",
  401: "authentication_error",
  404: "not_found_error",
  429: "rate_limit_error",
  503: "overloaded_error",
  529: "overloaded_error",
};

/** Anthropic's Messages. JSON comes by `output_config`, or for older models as the input of a tool named `json`. */
export const anthropicMessages: Protocol = {
  read(given) {
    const body = Body.parse(given);
    const tool = body.tools?.find(({ name }) => name === "json" && body.tool_choice?.type !== "none");
    const schema = body.output_config?.format?.schema ?? tool?.input_schema;
    return {
      model: body.model,
      streamed: body.stream ?? false,
      prompt: [...textsOf(body.system), ...textsOf(body.messages)],
      json: schema ? { schema } : null,
      maxOutputTokens: body.max_tokens,
      dimensions: null,
      asTool: tool !== undefined,
    };
  },
  usage: ({ uncachedInput, cacheRead, cacheWrite, output, reasoning }: CountedTokens) => ({
    input_tokens: uncachedInput,
    cache_creation_input_tokens: cacheWrite,
    cache_read_input_tokens: cacheRead,
    output_tokens: output,
    ...(reasoning > 0 ? { output_tokens_details: { thinking_tokens: reasoning } } : {}),
  }),
  whole: (reply) => ({
    ...opened(reply),
    content: content(reply),
    stop_reason: stopReason(reply),
    ...(reply.usage === undefined ? {} : { usage: reply.usage }),
  }),
  events: (reply) => {
    const usage = reply.usage === undefined ? {} : { usage: reply.usage };
    const start = reply.usage === undefined ? {} : { usage: reply.firstUsage ?? begun(reply.usage) };
    const block = isToolCall(reply)
      ? { type: "tool_use", id: toolId(reply), name: "json", input: {} }
      : { type: "text", text: "" };
    const delta = (piece: string) =>
      reply.asTool ? { type: "input_json_delta", partial_json: piece } : { type: "text_delta", text: piece };
    const blocks = [
      { type: "content_block_start", index: 0, content_block: block },
      ...reply.pieces.map((piece) => ({ type: "content_block_delta", index: 0, delta: delta(piece) })),
      { type: "content_block_stop", index: 0 },
    ];
    return [
      event({
        type: "message_start",
        message: { ...opened(reply), content: [], stop_reason: null, ...start },
      }),
      event({ type: "ping" }),
      ...(reply.pieces.length === 0 ? [] : blocks.map(event)),
      {
        ...event({
          type: "message_delta",
          delta: { stop_reason: stopReason(reply), stop_sequence: null },
          ...usage,
        }),
        isEnding: true,
      },
      { ...event({ type: "message_stop" }), isEnding: true },
    ];
  },
  failure: anthropicFailure,
  failureEvent: (failure) => ({ name: "error", data: anthropicFailure(failure) }),
};

function anthropicFailure({ status, message }: Failure): object {
  return { type: "error", error: { type: TYPES[status] ?? "api_error", message } };
}

const event = (data: { type: string; [field: string]: unknown }): StreamedEvent => ({
  name: data.type,
  data,
});
const toolId = ({ id }: Reply) => `toolu_${id}`;
const opened = ({ id, model }: Reply) => ({
  id,
  type: "message",
  role: "assistant",
  model,
  stop_sequence: null,
});

/** The first event tells the input whole and of the output a token at most. */
function begun(usage: unknown): unknown {
  if (typeof usage !== "object" || usage === null) return usage;
  return "output_tokens" in usage && typeof usage.output_tokens === "number"
    ? { ...usage, output_tokens: Math.min(usage.output_tokens, 1) }
    : usage;
}

/** A model that says nothing or refuses calls no tool. */
const isToolCall = ({ asTool, text, ending }: Reply) => asTool && text !== "" && ending !== "refusal";

function stopReason(reply: Reply): string {
  const { ending } = reply;
  if (ending === "length") return "max_tokens";
  if (ending === "refusal") return "refusal";
  return isToolCall(reply) ? "tool_use" : "end_turn";
}

function content(reply: Reply): object[] {
  if (reply.text === "") return [];
  if (!isToolCall(reply)) return [{ type: "text", text: reply.text }];
  return [{ type: "tool_use", id: toolId(reply), name: "json", input: inputOf(reply.text) }];
}

/** A truncated tool call reaches a client that does not stream as what could be read of it: nothing. */
function inputOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
