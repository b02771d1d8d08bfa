import { z } from "zod";
import type { CountedTokens, Failure, Protocol, Reply } from "../protocol.ts";
import { textsOf } from "../texts-of.ts";

const Body = z.looseObject({
  contents: z.array(z.looseObject({ parts: z.array(z.looseObject({})) })).min(1),
  systemInstruction: z.looseObject({}).nullish(),
  generationConfig: z
    .looseObject({
      maxOutputTokens: z.int().positive().nullish(),
      responseMimeType: z.string().nullish(),
      responseJsonSchema: z.looseObject({}).nullish(),
    })
    .nullish(),
});
const STATUSES: Record<number, string> = {
  400: "INVALID_ARGUMENT",
  401: "UNAUTHENTICATED",
  404: "NOT_FOUND",
  429: "RESOURCE_EXHAUSTED",
  500: "INTERNAL",
  503: "UNAVAILABLE",
};

/** Gemini's `generateContent` and `streamGenerateContent`. Thoughts stand beside the candidates, not inside them. */
export const googleContent: Protocol = {
  read(given, path) {
    const body = Body.parse(given);
    const config = body.generationConfig;
    return {
      model: modelInPath(path),
      streamed: path.includes(":streamGenerateContent"),
      prompt: [...textsOf(body.systemInstruction), ...textsOf(body.contents)],
      json:
        config?.responseMimeType === "application/json"
          ? { schema: config.responseJsonSchema ?? null }
          : null,
      maxOutputTokens: config?.maxOutputTokens ?? null,
      dimensions: null,
    };
  },
  usage: ({ uncachedInput, cacheRead, cacheWrite, output, reasoning }: CountedTokens) => {
    const input = uncachedInput + cacheRead + cacheWrite;
    return {
      promptTokenCount: input,
      candidatesTokenCount: output - reasoning,
      ...(reasoning > 0 ? { thoughtsTokenCount: reasoning } : {}),
      ...(cacheRead > 0 ? { cachedContentTokenCount: cacheRead } : {}),
      totalTokenCount: input + output,
      promptTokensDetails: [{ modality: "TEXT", tokenCount: input }],
    };
  },
  whole: (reply) => content(reply, reply.text, true),
  events: (reply) => {
    const pieces = reply.pieces.length === 0 ? [""] : reply.pieces;
    return pieces.map((piece, index) => {
      const isEnding = index === pieces.length - 1;
      return { data: content(reply, piece, isEnding), isEnding };
    });
  },
  failure: googleFailure,
  failureEvent: (failure) => ({ data: googleFailure(failure) }),
};

/** How Google words what went wrong. */
export function googleFailure({ status, message }: Failure): object {
  return { error: { code: status, message, status: STATUSES[status] ?? "UNKNOWN" } };
}

/** `/v1beta/models/gemini-2.5-flash:generateContent` names its model in the path. */
export function modelInPath(path: string): string {
  return decodeURIComponent(/\/models\/([^:/]+):/.exec(path)?.[1] ?? "");
}

function content(reply: Reply, text: string, isEnding: boolean): object {
  const refused = reply.ending === "refusal";
  const finishReason = reply.ending === "length" ? "MAX_TOKENS" : refused ? "SAFETY" : "STOP";
  const parts = text === "" || refused ? [] : [{ text }];
  return {
    candidates: [{ index: 0, content: { role: "model", parts }, ...(isEnding ? { finishReason } : {}) }],
    ...(isEnding && reply.usage !== undefined ? { usageMetadata: reply.usage } : {}),
    modelVersion: reply.model,
    responseId: reply.id,
  };
}
