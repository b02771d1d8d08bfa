/** Set by our own server from the connection itself; whatever a client sends under this name is thrown away there. */
export const PEER_HEADER = "x-episodic-peer";

/** The network address that a request came from; null when it is not known. */
export function clientAddress(headers: Headers | ReadonlyHeaders): string | null {
  return headers.get(PEER_HEADER);
}

type ReadonlyHeaders = Pick<Headers, "get">;
