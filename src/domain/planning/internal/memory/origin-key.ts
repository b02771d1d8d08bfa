import { hash } from "node:crypto";

/** Names what was said in one place: the same words from the same origin have the same key, whatever their case and spaces. */
export function originKey(origin: string, originId: string, text: string): string {
  const said = text.toLowerCase().replace(/\s+/g, " ").trim();
  return hash("sha256", `${origin}\n${originId}\n${said}`);
}
