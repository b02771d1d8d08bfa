import { z } from "zod";
import type { CountedTokens, Protocol, Reply, StreamedEvent } from "../protocol.ts";
import { textsOf } from "../texts-of.ts";
import { openaiFailure } from "./openai-failure.ts";

const Body = z.looseObject({
  model: z.string(),
  messages: z.array(z.looseObject({ role: z.string(), content: z.unknown() })).min(1),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
  max_tokens: z.int().positive().nullish(),
  max_completion_tokens: z.int().positive().nullish(),
  response_format: z
    .looseObject({
      type: z.enum(["text", "json_object", "json_schema"]),
      json_schema: z.looseObject({ schema: z.looseObject({}) }).optional(),
    })
    .nullish(),
});

/** Chat completions: OpenAI's older interface, and the one that every compatible server speaks. */
export const openaiChat: Protocol = {
  read(given) {
    const body = Body.parse(given);
    const format = body.response_format;
    return {
      model: body.model,
      streamed: body.stream ?? false,
      prompt: textsOf(body.messages),
      json: format && format.type !== "text" ? { schema: format.json_schema?.schema ?? null } : null,
      maxOutputTokens: body.max_completion_tokens ?? body.max_tokens ?? null,
      dimensions: null,
      leavesOutUsage: body.stream === true && body.stream_options?.include_usage !== true,
    };
  },
  usage: ({ uncachedInput, cacheRead, cacheWrite, output, reasoning }: CountedTokens) => {
    const input = uncachedInput + cacheRead + cacheWrite;
    return {
      prompt_tokens: input,
      completion_tokens: output,
      total_tokens: input + output,
      prompt_tokens_details: {
        cached_tokens: cacheRead,
        ...(cacheWrite > 0 ? { cache_write_tokens: cacheWrite } : {}),
      },
      completion_tokens_details: { reasoning_tokens: reasoning },
    };
  },
  whole: (reply) => ({
    id: reply.id,
    object: "chat.completion",
    created: seconds(reply),
    model: reply.model,
    choices: [
      {
        index: 0,
        message:
          reply.ending === "refusal"
            ? { role: "assistant", content: null, refusal: reply.text }
            : { role: "assistant", content: reply.text, refusal: null },
        finish_reason: finishReason(reply),
      },
    ],
    ...(reply.usage === undefined ? {} : { usage: reply.usage }),
  }),
  events: (reply) => {
    const field = reply.ending === "refusal" ? "refusal" : "content";
    return [
      chunk(reply, [choice({ role: "assistant", content: "" })]),
      ...reply.pieces.map((piece) => chunk(reply, [choice({ [field]: piece })])),
      chunk(reply, [choice({}, finishReason(reply))]),
      ...(reply.usage === undefined ? [] : [{ ...chunk(reply, [], reply.usage), isEnding: true }]),
      { data: "[DONE]" },
    ];
  },
  failure: openaiFailure,
  failureEvent: (failure) => ({ data: openaiFailure(failure) }),
};

const seconds = ({ createdAt }: Reply) => Math.floor(createdAt.getTime() / 1000);
const finishReason = ({ ending }: Reply) => (ending === "length" ? "length" : "stop");
const choice = (delta: object, finish: string | null = null) => ({ index: 0, delta, finish_reason: finish });

function chunk(reply: Reply, choices: object[], usage?: unknown): StreamedEvent {
  const { id, model } = reply;
  const data = { id, object: "chat.completion.chunk", created: seconds(reply), model, choices };
  return { data: usage === undefined ? data : { ...data, usage } };
}
