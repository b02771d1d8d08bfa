import { z } from "zod";

const Packed = z.array(z.base64());

/** Vectors as they are kept: single precision, a quarter of what their digits take. */
export function packVectors(vectors: readonly (readonly number[])[]): string[] {
  return vectors.map((vector) => Buffer.from(new Float32Array(vector).buffer).toString("base64"));
}

/** Vectors that were kept, or null when these are not so many or none at all. */
export function readVectors(packed: unknown, count: number): { output: number[][] } | null {
  const read = Packed.length(count).safeParse(packed);
  return read.success ? { output: unpackVectors(read.data) } : null;
}

/** The other way round. */
export function unpackVectors(packed: readonly string[]): number[][] {
  return packed.map((text) => {
    const bytes = Uint8Array.from(Buffer.from(text, "base64"));
    return [...new Float32Array(bytes.buffer)];
  });
}
