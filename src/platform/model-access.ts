import { env } from "./env.ts";

/** Whose models can be asked; `compatible` is any server that speaks OpenAI's chat completions. */
export const MODEL_PROVIDERS = ["openai", "anthropic", "google", "compatible"] as const;
export type ModelProvider = (typeof MODEL_PROVIDERS)[number];

/** How one provider is reached. */
export interface ProviderAccess {
  /** What people call it. */
  name: string;
  /** None where a server wants none. */
  apiKey?: string | undefined;
  /** The provider's own address, unless said otherwise. */
  baseUrl?: string | undefined;
}

/** The providers that can be reached; one that is left out can't. */
export type ModelAccess = Partial<Record<ModelProvider, ProviderAccess>>;

/** What the configuration gives access to. */
export function configuredModelAccess(settings = env()): ModelAccess {
  const withKey = (name: string, apiKey: string | undefined, baseUrl: string | undefined) =>
    apiKey === undefined ? undefined : { name, apiKey, baseUrl };
  const { COMPATIBLE_BASE_URL: baseUrl, COMPATIBLE_API_KEY: apiKey } = settings;
  const all = {
    openai: withKey("OpenAI", settings.OPENAI_API_KEY, settings.OPENAI_BASE_URL),
    anthropic: withKey("Anthropic", settings.ANTHROPIC_API_KEY, settings.ANTHROPIC_BASE_URL),
    google: withKey("Google", settings.GOOGLE_API_KEY, settings.GOOGLE_BASE_URL),
    compatible:
      baseUrl === undefined
        ? undefined
        : { name: settings.COMPATIBLE_NAME ?? "the compatible server", apiKey, baseUrl },
  };
  return Object.fromEntries(Object.entries(all).filter(([, access]) => access !== undefined));
}
