const LARGEST = 127;

/** A unit vector as signed bytes, the largest of its numbers at 127: nearness differs by less than 0.02 from that of the numbers. */
export function packVector(vector: readonly number[]): Uint8Array<ArrayBuffer> {
  const largest = Math.max(...vector.map(Math.abs));
  const factor = largest > 0 ? LARGEST / largest : 0;
  return new Uint8Array(Int8Array.from(vector, (value) => Math.round(value * factor)).buffer);
}

/** The unit vector again. */
export function unpackVector(bytes: Uint8Array): number[] {
  const values = [...asSigned(bytes)];
  const length = Math.hypot(...values);
  return length === 0 ? values : values.map((value) => value / length);
}

/** How near each of many packed vectors is to a unit vector; all of them stand in one buffer, one after the other. */
export function nearnessOfPacked(packed: Uint8Array, vector: readonly number[]): number[] {
  const values = asSigned(packed);
  const wanted = Float64Array.from(vector);
  const count = wanted.length === 0 ? 0 : Math.floor(values.length / wanted.length);
  return Array.from({ length: count }, (_, at) => nearnessAt(values, at * wanted.length, wanted));
}

function nearnessAt(values: Int8Array, from: number, wanted: Float64Array): number {
  let product = 0;
  let square = 0;
  for (let at = 0; at < wanted.length; at++) {
    // Both are within the bounds that the caller has counted; a test for each of millions takes twice as long.
    const value = values[from + at] as number;
    product += value * (wanted[at] as number);
    square += value * value;
  }
  return square === 0 ? 0 : product / Math.sqrt(square);
}

function asSigned(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
