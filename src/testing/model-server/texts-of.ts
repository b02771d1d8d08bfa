/** The texts in a message's content, whatever the protocol: a string, a list of parts, or parts within messages. */
export function textsOf(content: unknown): string[] {
  if (typeof content === "string") return [content];
  if (Array.isArray(content)) return content.flatMap(textsOf);
  if (typeof content !== "object" || content === null) return [];
  return ["text", "content", "parts"].flatMap((key) => textsOf(Reflect.get(content, key)));
}
