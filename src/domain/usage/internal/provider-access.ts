import { configuredModelAccess, type ModelProvider, type ProviderAccess } from "#platform/model-access.ts";
import type { System } from "#platform/system.ts";

/** How an organization reaches a provider: its key and address, or null when it has none. The one place that knows where keys come from. */
export function providerAccess(
  { modelAccess = configuredModelAccess() }: Pick<System, "modelAccess">,
  provider: ModelProvider,
): ProviderAccess | null {
  return modelAccess[provider] ?? null;
}
