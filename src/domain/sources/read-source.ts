import { createHash } from "node:crypto";
import { AppError } from "#platform/errors.ts";
import { decodeText } from "./internal/decode-text.ts";
import { detectFormat, type SourceFormat } from "./internal/detect-format.ts";
import { refuseBinary } from "./internal/refuse-binary.ts";
import { refuseDamagedCues } from "./internal/refuse-damaged-cues.ts";
import { MAX_SOURCE_BYTES } from "./max-source-bytes.ts";

/** What a person handed over: the bytes of a file, or text that was pasted. */
export type SourceInput = { bytes: Uint8Array } | { text: string };

/** Text that passed the check, before it is cut into chunks. */
export interface ReadSource {
  format: SourceFormat;
  /** Well-formed Unicode with "\n" line ends, no byte order mark and no control characters but tab and newline. */
  text: string;
  encoding: string;
  byteCount: number;
  /** SHA-256 of the text in UTF-8: the same words in another encoding are the same source. */
  contentHash: Uint8Array<ArrayBuffer>;
  /** What was changed or guessed on the way in, a sentence each. */
  notices: string[];
}

/**
 * Reads what a person handed over and says by content, never by file name, what it is.
 * Throws `AppError("INVALID")` with a sentence for anything that cannot be a source.
 */
export async function readSource(input: SourceInput): Promise<ReadSource> {
  const bytes = "bytes" in input ? input.bytes : new TextEncoder().encode(input.text);
  if (bytes.byteLength > MAX_SOURCE_BYTES) throw tooLarge(bytes.byteLength);
  // A paste is decoded already; through bytes its lone surrogates would be replaced without anyone being told.
  const decoded = await decodeText("bytes" in input ? input.bytes : input.text);
  await refuseBinary(bytes, decoded);
  const text = decoded.text;
  if (!/[\p{L}\p{N}]/u.test(text)) throw nothingToRead(bytes.byteLength);
  const format = detectFormat(text);
  // A transcript that breaks off is refused now, while the person is here to export it again.
  if (format === "WEBVTT" || format === "SRT") refuseDamagedCues(text);
  return {
    format,
    text,
    encoding: decoded.encoding,
    byteCount: bytes.byteLength,
    contentHash: createHash("sha256").update(text).digest(),
    notices: decoded.notices,
  };
}

function tooLarge(byteCount: number): AppError {
  const megabytes = (byteCount / 1024 / 1024).toFixed(1);
  const limit = MAX_SOURCE_BYTES / 1024 / 1024;
  return new AppError(
    "INVALID",
    `This is ${megabytes} MB, and a source may have at most ${limit} MB. Split it into smaller files and add those.`,
  );
}

function nothingToRead(byteCount: number): AppError {
  return new AppError(
    "INVALID",
    byteCount === 0
      ? "There is nothing in this: it is empty. Check that it was saved, then add it again."
      : "There are no words in this: only blanks or signs. Check that it is the right file, then add it again.",
  );
}
