import { z } from "zod";

export const LONGEST_MEMORY = 2000;

/** Signs that nobody sees: control characters but the line break, and marks that turn the direction of the words around them. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu;

/** What is remembered, as it is stored: 1 to 2,000 characters, without what can't be seen. It is shown escaped, never as Markdown. */
export const MemoryText = z
  .string()
  .transform(cleanMemory)
  .refine((text) => text.length > 0, "Say what is to be remembered.")
  .refine(
    (text) => text.length <= LONGEST_MEMORY,
    "Make it shorter: a memory holds 2,000 characters, and the best say one thing.",
  );

/** Pure: the same text cleaned again stays as it is. */
export function cleanMemory(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(UNSEEN, (sign) => (sign === "\n" ? "\n" : " "))
    .normalize("NFC")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
