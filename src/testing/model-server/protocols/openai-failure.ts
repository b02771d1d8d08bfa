import type { Failure } from "../protocol.ts";

const TYPES: Record<number, string> = {
  401: "authentication_error",
  404: "invalid_request_error",
  429: "rate_limit_error",
};

/** How OpenAI words what went wrong. */
export function openaiFailure({ status, code, message }: Failure): { error: object } {
  const type = TYPES[status] ?? (status >= 500 ? "server_error" : "invalid_request_error");
  return { error: { message, type, param: null, code } };
}
