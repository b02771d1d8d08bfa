import {
  APICallError,
  generateText,
  type LanguageModel,
  type LanguageModelUsage,
  NoObjectGeneratedError,
  Output,
  streamText,
} from "ai";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { fixedClock } from "../fixed-clock.ts";
import { clientsOf, languageModelsOf } from "./clients.ts";
import { type ModelCall, NO_TOKENS } from "./model-call.ts";
import { type ModelServer, startModelServer } from "./start-model-server.ts";

const clock = fixedClock("2026-11-20T06:30:00.250Z");
let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer({ clock });
});
afterAll(() => server.close());

/** What a client comes to know, in one word or two. */
type Seen =
  | `status ${number}, ${"again" | "final"}`
  | "broken, again"
  | "unreadable, final"
  | "timed out"
  | "interrupted"
  | "error in the stream"
  | "nothing"
  | "refused"
  | "truncated"
  | "answered"
  | "answered without usage";

interface Case {
  fault: string;
  whole: Seen;
  streamed: Seen;
  outcome: ModelCall["outcome"];
  isCharged: boolean;
  /** Clients that see something else. */
  but?: Record<string, { whole?: Seen; streamed?: Seen }>;
}

const refused = (fault: string, seen: Seen): Case => ({
  fault,
  whole: seen,
  streamed: seen,
  outcome: "failed",
  isCharged: false,
});
const answered = (fault: string, seen: Seen): Case => ({
  fault,
  whole: seen,
  streamed: seen,
  outcome: "answered",
  isCharged: true,
});
const unreadable: { whole: Seen; streamed: Seen } = {
  whole: "unreadable, final",
  streamed: "error in the stream",
};

const CASES: Case[] = [
  refused("rate-limited", "status 429, again"),
  refused("rate-limited-silently", "status 429, again"),
  // The client would try again for ever, though no money comes of it.
  refused("out-of-quota", "status 429, again"),
  refused("server-error", "status 500, again"),
  refused("overloaded", "status 503, again"),
  refused("revoked-key", "status 401, final"),
  refused("unknown-model", "status 404, final"),
  { ...refused("reset-before", "broken, again"), outcome: "reset" },
  { ...refused("reset-after", "broken, again"), outcome: "reset", isCharged: true },
  { fault: "hang", whole: "timed out", streamed: "timed out", outcome: "left", isCharged: true },
  { fault: "cut", whole: "broken, again", streamed: "broken, again", outcome: "cut", isCharged: true },
  {
    fault: "cut-cleanly",
    whole: "unreadable, final",
    streamed: "interrupted",
    outcome: "cut",
    isCharged: true,
    but: { "a compatible server": { streamed: "error in the stream" } },
  },
  { ...answered("malformed", "answered"), ...unreadable },
  answered("empty", "nothing"),
  answered("refusal", "refused"),
  answered("truncated", "truncated"),
  {
    ...answered("usage-absent", "answered without usage"),
    but: { Anthropic: unreadable, "older Anthropic": unreadable },
  },
  answered("duplicate-ending", "answered"),
];

const NAMES = [
  "OpenAI responses",
  "OpenAI chat",
  "a compatible server",
  "Anthropic",
  "older Anthropic",
  "Google",
] as const;

describe.each(NAMES)("%s", (name) => {
  test.each(CASES)("$fault", async ({ fault, outcome, isCharged, but, ...seen }) => {
    const model = languageModelsOf(server, `key:${fault}`)[name];
    for (const [way, see] of [
      ["whole", seeWhole],
      ["streamed", seeStreamed],
    ] as const) {
      expect(await see(model, fault === "hang" ? 250 : 10_000)).toBe(but?.[name]?.[way] ?? seen[way]);
      await server.idle();
      const call = server.calls.at(-1);
      expect(call).toMatchObject({ outcome, apiKey: `key:${fault}`, streamed: way === "streamed" });
      if (isCharged) expect(call?.charged.uncachedInput).toBeGreaterThan(0);
      else expect(call?.charged).toEqual(NO_TOKENS);
    }
  });

  test("a slow answer is an answer, and in time for who waits", async () => {
    server.fault({ fault: { kind: "slow", delayMs: 3 }, times: 2 });
    expect(await seeWhole(languageModelsOf(server)[name])).toBe("answered");
    expect(await seeStreamed(languageModelsOf(server)[name])).toBe("answered");
  });

  test("an error in the middle of a stream leaves a text that looks whole: only the reason tells", async () => {
    const model = languageModelsOf(server, "key:stream-error")[name];
    expect(await seeStreamed(model)).toBe("error in the stream");
    const stream = streamText({ model, prompt: "Write.", maxRetries: 0, onError: () => undefined });
    expect(await stream.text).not.toBe("");
    expect([await stream.finishReason, (await stream.usage).outputTokens]).toEqual(["error", undefined]);
  });

  test.each(["zero", "negative", "fractional", "doubled", "huge"] as const)(
    "a usage that is %s is passed on",
    async (usage) => {
      server.fault({ fault: { kind: "usage", usage } });
      const { usage: claimed } = await generateText({
        model: languageModelsOf(server)[name],
        prompt: "Write.",
      });
      const truth = server.calls.at(-1)?.charged.output ?? Number.NaN;
      const wrong = {
        zero: 0,
        negative: -truth - 1,
        fractional: truth + 0.5,
        doubled: truth * 2,
        huge: 2 ** 53,
      };
      // Google's output is a sum, of which the thoughts are lied about too.
      expect(Math.abs((claimed.outputTokens ?? 0) - wrong[usage])).toBeLessThanOrEqual(1);
    },
  );

  test.each(["empty", "refusal", "truncated", "violating"])(
    "JSON that is %s is no output, and its usage is known",
    async (fault) => {
      const apiKey = `json:${fault}`;
      if (fault === "violating")
        server.answer({ answer: { object: { title: 7 } }, match: { apiKey }, times: 2 });
      const model = languageModelsOf(server, apiKey)[name];
      const request = {
        model,
        prompt: "Title it.",
        output: Output.object({ schema: z.object({ title: z.string() }) }),
      };
      const whole = await generateText(request).then(
        (result) => ({ usage: result.usage, output: () => result.output }),
        (error: unknown) => ({
          usage: NoObjectGeneratedError.isInstance(error) && error.usage,
          output: () => {
            throw error;
          },
        }),
      );
      expect(whole.output).toThrow(/^No (object|output) generated/);
      const truth = server.calls.at(-1)?.charged.output;
      expect(whole.usage).toMatchObject({ outputTokens: truth });
      const stream = streamText({ ...request, onError: () => undefined });
      await expect(stream.output).rejects.toThrow(/^No object generated/);
      expect((await stream.usage).outputTokens).toBe(truth);
    },
  );

  test("an abort ends the call at both ends, for the reason that was given", async () => {
    server.fault({ fault: { kind: "hang" } });
    const lease = new AbortController();
    const before = server.calls.length;
    const writing = generateText({
      model: languageModelsOf(server)[name],
      prompt: "Write.",
      abortSignal: lease.signal,
    });
    const lost = expect(writing).rejects.toThrow("The lease was lost");
    await vi.waitUntil(() => server.calls.length > before);
    lease.abort(new Error("The lease was lost"));
    await lost;
    await server.idle();
    expect(server.calls.slice(before)).toMatchObject([{ outcome: "left" }]);
  });

  test("an ending that comes twice is counted once", async () => {
    const { usage } = await readStream(languageModelsOf(server, "key:duplicate-ending")[name]);
    expect(usage?.outputTokens).toBe(server.calls.at(-1)?.charged.output);
  });

  test("an answer that comes twice has the same id and is billed once", async () => {
    const key = `${name.replaceAll(" ", "-")}-twice`;
    const ask = (apiKey: string, prompt: string) =>
      generateText({ model: languageModelsOf(server, apiKey)[name], prompt, maxRetries: 0 });
    const first = await ask(key, "Write.");
    server.fault({ fault: { kind: "duplicate", what: "answer" }, match: { apiKey: key } });
    const second = await ask(key, "Write something else.");
    expect([second.text, second.response.id]).toEqual([first.text, first.response.id]);
    expect(server.calls.slice(-2).map(({ charged }) => charged.output > 0)).toEqual([true, false]);
  });

  test("a stream that stops talking is left when no piece came for a while", async () => {
    server.fault({ fault: { kind: "hang", afterEvents: 6 } });
    const { error, text } = await readStream(languageModelsOf(server)[name], {
      chunkMs: 50,
      firstChunkMs: 5000,
    });
    expect(error).toMatch("Chunk timeout");
    expect(text).not.toBe("");
    await server.idle();
    expect(server.calls.at(-1)).toMatchObject({ outcome: "left" });
  });
});

describe("when to come back", () => {
  test.each([
    [{ seconds: 7 }, { "retry-after": "7" }, "2026-11-20T06:30:07.250Z"],
    [{ dateInSeconds: 90 }, { "retry-after": "Fri, 20 Nov 2026 06:31:31 GMT" }, "2026-11-20T06:31:31.000Z"],
    [{ milliseconds: 350 }, { "retry-after-ms": "350" }, "2026-11-20T06:30:00.600Z"],
    [{ raw: "soon" }, { "retry-after": "soon" }, null],
  ] as const)("%o is told by header and kept in the ledger", async (retryAfter, headers, notBefore) => {
    server.fault({ fault: { kind: "status", status: 429, retryAfter } });
    const error = await failure(clientsOf(server).openai("gpt-5"));
    expect(error.responseHeaders).toMatchObject(headers);
    expect(server.calls.at(-1)?.retryNotBefore).toEqual(notBefore && new Date(notBefore));
  });

  test("the client itself waits as it is told, and no longer", async () => {
    server.fault({ fault: { kind: "status", status: 503, retryAfter: { milliseconds: 30 } }, times: 2 });
    const before = server.calls.length;
    const started = performance.now();
    await generateText({
      model: clientsOf(server).anthropic("claude-opus-4-5"),
      prompt: "Write.",
      maxRetries: 2,
    });
    expect(server.calls.slice(before).map(({ status }) => status)).toEqual([503, 503, 200]);
    expect(performance.now() - started).toBeGreaterThanOrEqual(60);
    expect(performance.now() - started).toBeLessThan(1500);
  });

  test("a silent retry of the client is a second bill, which its usage does not show", async () => {
    server.fault({ fault: { kind: "cut" }, match: { apiKey: "twice" } });
    const { usage } = await generateText({
      model: clientsOf(server, "twice").openai("gpt-5"),
      prompt: "Write.",
      maxRetries: 1,
    });
    const charged = server.calls
      .filter(({ apiKey }) => apiKey === "twice")
      .map(({ charged: each }) => each.output);
    expect(charged).toEqual([usage.outputTokens, usage.outputTokens]);
  }, 10_000);
});

async function failure(model: LanguageModel): Promise<APICallError> {
  const error = await generateText({ model, prompt: "Write.", maxRetries: 0 }).catch(
    (thrown: unknown) => thrown,
  );
  if (APICallError.isInstance(error)) return error;
  throw new Error("The call did not fail", { cause: error });
}

async function seeWhole(model: LanguageModel, timeout = 10_000): Promise<Seen> {
  try {
    const { text, finishReason, usage } = await generateText({
      model,
      prompt: "Write.",
      maxRetries: 0,
      timeout,
    });
    return describeAnswer(text, finishReason, usage);
  } catch (error) {
    return describeError(error);
  }
}

async function seeStreamed(model: LanguageModel, timeout = 10_000): Promise<Seen> {
  const { text, finishReason, usage, error } = await readStream(model, { totalMs: timeout });
  if (error !== undefined) return describeError(error);
  return describeAnswer(text, finishReason, usage);
}

/** Reads all parts of a stream, as they come. A timeout is a part, a broken connection is thrown, and the rest are errors. */
async function readStream(
  model: LanguageModel,
  timeout?: { totalMs?: number; chunkMs?: number; firstChunkMs?: number },
) {
  const seen = {
    text: "",
    finishReason: "",
    error: undefined as unknown,
    usage: undefined as LanguageModelUsage | undefined,
  };
  const result = streamText({
    model,
    prompt: "Write.",
    maxRetries: 0,
    timeout: timeout ?? {},
    onError: () => undefined,
  });
  try {
    for await (const part of result.stream) {
      if (part.type === "text-delta") seen.text += part.text;
      if (part.type === "error") seen.error ??= part.error;
      if (part.type === "abort") seen.error ??= part.reason;
      if (part.type === "finish") {
        seen.finishReason = part.finishReason;
        seen.usage = part.totalUsage;
      }
    }
  } catch (error) {
    seen.error = error;
  }
  return seen;
}

function describeAnswer(text: string, finishReason: string, usage: LanguageModelUsage | undefined): Seen {
  if (finishReason === "content-filter") return "refused";
  if (finishReason === "length") return "truncated";
  if (finishReason === "interrupted") return "interrupted";
  if (text === "") return "nothing";
  return usage?.outputTokens === undefined ? "answered without usage" : "answered";
}

function describeError(error: unknown): Seen {
  // As an error, or in words where a stream tells of it.
  if (String(error).startsWith("TimeoutError")) return "timed out";
  if (!APICallError.isInstance(error)) return "error in the stream";
  const { statusCode, isRetryable } = error;
  if (statusCode !== undefined && statusCode !== 200)
    return `status ${statusCode}, ${isRetryable ? "again" : "final"}`;
  return isRetryable ? "broken, again" : "unreadable, final";
}
