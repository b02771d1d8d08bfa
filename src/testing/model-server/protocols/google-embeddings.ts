import { z } from "zod";
import type { Protocol } from "../protocol.ts";
import { textsOf } from "../texts-of.ts";
import { googleFailure, modelInPath } from "./google-content.ts";

const One = z.looseObject({
  content: z.looseObject({ parts: z.array(z.looseObject({ text: z.string() })) }),
  outputDimensionality: z.int().positive().nullish(),
});
const Body = z.union([z.looseObject({ requests: z.array(One).min(1).max(100) }), One]);
const DIMENSIONS = 3072;

/** Gemini's `embedContent` and `batchEmbedContents`, which bill what they read and tell the client nothing of it. */
export const googleEmbeddings: Protocol = {
  read(given, path) {
    const body = Body.parse(given);
    const requests = z.array(One).parse("requests" in body ? body.requests : [body]);
    return {
      model: modelInPath(path),
      streamed: false,
      prompt: requests.map(({ content }) => textsOf(content).join("")),
      json: null,
      maxOutputTokens: null,
      dimensions: requests[0]?.outputDimensionality ?? DIMENSIONS,
    };
  },
  usage: () => undefined,
  whole: ({ vectors }) => ({
    // Each of the two operations reads its own field.
    embedding: { values: vectors[0] },
    embeddings: vectors.map((values) => ({ values })),
  }),
  events: () => [],
  failure: googleFailure,
  failureEvent: (failure) => ({ data: googleFailure(failure) }),
};
