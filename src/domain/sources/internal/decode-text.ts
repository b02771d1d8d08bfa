import iconv from "iconv-lite";
import { AppError } from "#platform/errors.ts";
import { cleanText } from "../clean-text.ts";
import { guessEncoding } from "./guess-encoding.ts";

export interface DecodedText {
  text: string;
  encoding: string;
  /** Control characters that were left out; many of them mean that this was never text. */
  controlCount: number;
  notices: string[];
}

const BYTE_ORDER_MARKS: [encoding: string, mark: number[]][] = [
  ["UTF-8", [0xef, 0xbb, 0xbf]],
  ["UTF-32LE", [0xff, 0xfe, 0, 0]],
  ["UTF-32BE", [0, 0, 0xfe, 0xff]],
  ["UTF-16LE", [0xff, 0xfe]],
  ["UTF-16BE", [0xfe, 0xff]],
];

/**
 * Turns bytes (or a paste) into well-formed text and says what it had to guess, replace or leave out.
 * Order of belief: byte order mark, UTF-16 by its zero bytes, valid UTF-8, UTF-8 with a few damaged places,
 * then a statistical guess. Throws `AppError("INVALID")` when nothing fits.
 */
export function decodeText(input: Uint8Array | string): DecodedText {
  if (typeof input === "string") return { ...cleanText(input), encoding: "Unicode" };
  const { raw, encoding, notice } = decodeBytes(input);
  const cleaned = cleanText(raw);
  return { ...cleaned, encoding, notices: notice === null ? cleaned.notices : [notice, ...cleaned.notices] };
}

interface Decoded {
  raw: string;
  encoding: string;
  notice: string | null;
}

function decodeBytes(bytes: Uint8Array): Decoded {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  const wide = marked?.[0] ?? guessUtf16(bytes);
  if (wide !== null && wide !== "UTF-8")
    return { raw: iconvDecode(bytes, wide), encoding: wide, notice: null };

  const lenient = new TextDecoder("utf-8").decode(bytes);
  const damaged = countReplacements(lenient) - countWrittenReplacements(bytes);
  if (damaged === 0) return { raw: lenient, encoding: "UTF-8", notice: null };
  // A file in another encoding hardly ever forms valid UTF-8 sequences by chance, so a majority of them decides.
  if (marked !== undefined || countBeyondAscii(lenient) - damaged > damaged * 2) {
    return { raw: lenient, encoding: "UTF-8", notice: damagedNotice(damaged) };
  }
  const guess = guessEncoding(bytes);
  if (guess === null) {
    throw new AppError(
      "INVALID",
      "The encoding of this file cannot be made out. Open it in an editor, save it as UTF-8 text and add it again.",
    );
  }
  return { raw: iconvDecode(bytes, guess), encoding: guess, notice: guessedNotice(guess) };
}

/** UTF-16 without a mark: text from the first two hundred-odd characters has a zero in every other byte. */
function guessUtf16(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.3 && even < pairs * 0.02) return "UTF-16LE";
  if (even > pairs * 0.3 && odd < pairs * 0.02) return "UTF-16BE";
  return null;
}

function iconvDecode(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
}

function countReplacements(text: string): number {
  return text.split("\uFFFD").length - 1;
}

/** U+FFFD that the author's own file holds (EF BF BD) is no damage of ours. */
function countWrittenReplacements(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mark = Buffer.from([0xef, 0xbf, 0xbd]);
  let count = 0;
  for (let at = buffer.indexOf(mark); at !== -1; at = buffer.indexOf(mark, at + 3)) count++;
  return count;
}

function countBeyondAscii(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) count++;
  return count;
}

function damagedNotice(count: number): string {
  const places = count === 1 ? "One place was" : `${count} places were`;
  return `${places} damaged and could not be read as UTF-8; each shows as \uFFFD.`;
}

function guessedNotice(encoding: string): string {
  return `The file does not say how its letters are encoded; it was read as ${encoding}. Check that accents look right.`;
}
