import type { Database } from "#platform/database.ts";
import type { ModelProvider, ProviderAccess } from "#platform/model-access.ts";
import { type Breaker, makeBreaker } from "#platform/models/breaker.ts";

/** By process, as what it knows is soon old; by key, as that is what providers count by. */
const breakers = new WeakMap<Database, Map<string, Breaker>>();

/** The breaker before a provider's key. */
export function breakerOf(db: Database, provider: ModelProvider, access: ProviderAccess): Breaker {
  const known = breakers.get(db) ?? new Map<string, Breaker>();
  breakers.set(db, known);
  const key = JSON.stringify([provider, access.baseUrl, access.apiKey]);
  const breaker = known.get(key) ?? makeBreaker();
  known.set(key, breaker);
  return breaker;
}
