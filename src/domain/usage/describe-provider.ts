const NAMES: Record<string, string> = {
  openai: "OpenAI",
  anthropic: "Anthropic",
  google: "Google",
  compatible: "Compatible server",
  episodic: "Episodic",
};

/** A provider as people call it; one that a newer version knows is shown as it is. */
export function describeProvider(provider: string): string {
  return NAMES[provider] ?? provider;
}
