import chardet from "chardet";
import iconv from "iconv-lite";

/** Browsers read these labels as the Windows code page that contains them (WHATWG Encoding), and so do people's files. */
const SUPERSETS: Record<string, string> = {
  ASCII: "windows-1252",
  "ISO-8859-1": "windows-1252",
  "ISO-8859-9": "windows-1254",
};

const SAMPLE_BYTES = 64 * 1024;
/** Below this chardet's first answer is noise; two short Cyrillic sentences reach 27. */
const LEAST_CONFIDENCE = 15;

/** The most likely encoding of bytes that are not Unicode, as iconv-lite names it; null when nothing is likely. */
export function guessEncoding(bytes: Uint8Array): string | null {
  for (const match of chardet.analyse(sampleAround(bytes))) {
    const encoding = SUPERSETS[match.name] ?? match.name;
    if (match.confidence < LEAST_CONFIDENCE) return null;
    if (!encoding.startsWith("UTF") && iconv.encodingExists(encoding)) return encoding;
  }
  return null;
}

/** The statistics live in the bytes beyond ASCII, and in a long file the first of them may come late. */
function sampleAround(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const start = Math.max(0, first - 256);
  return bytes.subarray(start, start + SAMPLE_BYTES);
}
