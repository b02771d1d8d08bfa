type Fetch = typeof globalThis.fetch;

/** What came of the one request, as far as it is known. */
export interface OnePost {
  fetch: Fetch;
  /** Whether a request left for the provider: from then on it may be billed. */
  wasSent(): boolean;
  /** Its status and headers, where some came. */
  response(): { status: number; headers: Headers } | null;
}

/** Connections that were never made, by Node's codes: of these nothing reached anybody. */
const NEVER_CONNECTED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/**
 * A `fetch` that sends one POST and refuses any further request: what is set aside for a call pays for one. Redirects are not followed,
 * for the second request would be another.
 */
export function onePost(send: Fetch = globalThis.fetch): OnePost {
  let isUsed = false;
  let isSent = false;
  let answered: ReturnType<OnePost["response"]> = null;
  const guarded: Fetch = async (address, init) => {
    if (init?.method !== "POST") throw new Error("Only a POST may be sent to a provider.");
    if (isUsed) throw new Error("One request was permitted, and a second one was tried.");
    isUsed = true;
    init.signal?.throwIfAborted();
    isSent = true;
    try {
      const response = await send(address, { ...init, redirect: "manual" });
      answered = { status: response.status, headers: response.headers };
      return response;
    } catch (error) {
      isSent = !neverConnected(error);
      throw error;
    }
  };
  return { fetch: guarded, wasSent: () => isSent, response: () => answered };
}

/** `fetch` wraps what went wrong, and where several addresses were tried, their errors are wrapped again. */
function neverConnected(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(neverConnected);
  if ("code" in error && NEVER_CONNECTED.has(String(error.code))) return true;
  return neverConnected(error.cause);
}
