import { createHash } from "node:crypto";
import { generateSync, type JsonSchema } from "json-schema-faker";
import type { ModelRequest } from "./model-request.ts";

const WORDS = [
  ..."a the its every old quiet northern copper second harbour bridge morning letter tide engine signal".split(
    " ",
  ),
  ..."garden winter lantern crew map valley stone keeps turns follows carries meets shows leaves holds".split(
    " ",
  ),
];

/** What a model says when nobody told it what: the same for the same request and seed, and true to a schema. */
export function inventText({ model, prompt, json }: ModelRequest, seed: number): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([seed, model, prompt]))
    .digest();
  if (json?.schema) {
    // Both are JSON schemas: the one comes off the wire, the other is the library's name for it.
    const schema = json.schema as JsonSchema;
    return JSON.stringify(generateSync(schema, { seed: digest.readUInt32LE(0), alwaysFakeOptionals: true }));
  }
  const text = sentences(digest);
  return json ? JSON.stringify({ text }) : text;
}

/** Three to six sentences, a byte of the digest for each word. */
function sentences(digest: Buffer): string {
  const count = 3 + (digest.readUInt8(31) % 4);
  return Array.from({ length: count }, (_, sentence) => {
    const words = [...digest.subarray(sentence * 5, sentence * 5 + 8)].map(
      (byte) => WORDS[byte % WORDS.length],
    );
    const [first = "", ...rest] = words;
    return `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(" ")}.`;
  }).join(" ");
}
