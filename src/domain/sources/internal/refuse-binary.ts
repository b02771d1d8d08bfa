import { fileTypeFromBuffer } from "file-type";
import { AppError } from "#platform/errors.ts";
import type { DecodedText } from "./decode-text.ts";

/** A page of text with one stray NUL is text; one sign in two hundred is a program, an image or an archive. */
const MOST_CONTROLS = 1 / 200;
/** So many are a slip in a text of any length. */
const FEW_CONTROLS = 2;

/** Formats whose bytes look like text but are not meant to be read as such. */
const WRITTEN_AS_TEXT = new Set(["pdf", "rtf", "ps", "eps"]);

const NAMES: Record<string, string> = {
  docx: "a Word document",
  doc: "a Word document",
  cfb: "an old Microsoft Office document",
  odt: "an OpenDocument text",
  pptx: "a PowerPoint presentation",
  xlsx: "an Excel workbook",
  pdf: "a PDF document",
  rtf: "an RTF document",
  epub: "an EPUB book",
  zip: "a ZIP archive",
};

/**
 * Throws `AppError("INVALID")` naming what the file really is when its content is not text.
 * Magic numbers alone do not condemn: "BM" and "MZ" are how a picture, a program and an English sentence may begin.
 */
export async function refuseBinary(bytes: Uint8Array, decoded: DecodedText): Promise<void> {
  const type = await fileTypeFromBuffer(bytes);
  const isTextual = type === undefined || type.mime.startsWith("text/") || type.ext === "xml";
  const isDirty = decoded.controlCount > 0;
  const isBinary =
    (!isTextual && (isDirty || WRITTEN_AS_TEXT.has(type.ext))) ||
    decoded.controlCount > Math.max(FEW_CONTROLS, decoded.text.length * MOST_CONTROLS);
  if (!isBinary) return;
  const what = isTextual ? "not text, but binary data" : nameKind(type.ext, type.mime);
  throw new AppError(
    "INVALID",
    `This is ${what}, whatever its name says. Save the words as Markdown or plain text, or the transcript as WebVTT or SRT, and add that.`,
  );
}

function nameKind(extension: string, mime: string): string {
  const kind = mime.split("/")[0];
  if (kind === "image" || kind === "audio" || kind === "video") {
    const article = kind === "video" ? "a" : "an";
    return `${article} ${kind} file (${extension.toUpperCase()})`;
  }
  return NAMES[extension] ?? `a binary file (${extension.toUpperCase()})`;
}
