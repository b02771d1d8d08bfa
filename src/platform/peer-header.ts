/** Set by our own server from the connection itself; whatever a client sends under this name is thrown away there. */
export const PEER_HEADER = "x-episodic-peer";
