import type { ModelRequest } from "./model-request.ts";
import type { Protocol } from "./protocol.ts";
import { anthropicMessages } from "./protocols/anthropic-messages.ts";
import { googleContent } from "./protocols/google-content.ts";
import { googleEmbeddings } from "./protocols/google-embeddings.ts";
import { openaiChat } from "./protocols/openai-chat.ts";
import { openaiEmbeddings } from "./protocols/openai-embeddings.ts";
import { openaiResponses } from "./protocols/openai-responses.ts";

const PROTOCOLS: { path: RegExp; name: ModelRequest["protocol"]; protocol: Protocol }[] = [
  { path: /^\/v1\/chat\/completions$/, name: "openai-chat", protocol: openaiChat },
  { path: /^\/v1\/responses$/, name: "openai-responses", protocol: openaiResponses },
  { path: /^\/v1\/embeddings$/, name: "openai-embeddings", protocol: openaiEmbeddings },
  { path: /^\/v1\/messages$/, name: "anthropic-messages", protocol: anthropicMessages },
  {
    path: /^\/v1beta\/models\/[^/]+:(generate|streamGenerate)Content$/,
    name: "google-content",
    protocol: googleContent,
  },
  {
    path: /^\/v1beta\/models\/[^/]+:(batchEmbedContents|embedContent)$/,
    name: "google-embeddings",
    protocol: googleEmbeddings,
  },
];

/** Which interface lies under a path. */
export function findProtocol(path: string) {
  return PROTOCOLS.find((each) => each.path.test(path)) ?? null;
}
