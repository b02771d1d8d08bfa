import { z } from "zod";
import type { Protocol } from "../protocol.ts";
import { textsOf } from "../texts-of.ts";
import { openaiFailure } from "./openai-failure.ts";

const Body = z.looseObject({
  model: z.string(),
  input: z.union([z.string(), z.array(z.string()).min(1).max(2048)]),
  dimensions: z.int().positive().nullish(),
  encoding_format: z.literal("float").nullish(),
});
const DIMENSIONS = 1536;

/** OpenAI's embeddings, which compatible servers have too. */
export const openaiEmbeddings: Protocol = {
  read(given) {
    const body = Body.parse(given);
    return {
      model: body.model,
      streamed: false,
      prompt: textsOf(body.input),
      json: null,
      maxOutputTokens: null,
      dimensions: body.dimensions ?? DIMENSIONS,
    };
  },
  usage: ({ uncachedInput }) => ({ prompt_tokens: uncachedInput, total_tokens: uncachedInput }),
  whole: ({ model, vectors, usage }) => ({
    object: "list",
    model,
    data: vectors.map((embedding, index) => ({ object: "embedding", index, embedding })),
    ...(usage === undefined ? {} : { usage }),
  }),
  events: () => [],
  failure: openaiFailure,
  failureEvent: (failure) => ({ data: openaiFailure(failure) }),
};
