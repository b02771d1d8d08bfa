/** The codes are the contract between the domain and its callers; the edge translates them. */
export type ErrorCode =
  | "NOT_FOUND"
  | "FORBIDDEN"
  | "CONFLICT"
  | "INVALID"
  | "LIMIT_REACHED"
  | "NOT_NOW"
  | "INTERNAL";

export interface AppErrorOptions {
  /** What was wrong, by field of the input, for forms that keep what was typed. */
  fields?: Record<string, string>;
  cause?: unknown;
  /** With LIMIT_REACHED: when it may be tried again. */
  retryAfterSeconds?: number;
}

/**
 * The one error family. `message` is written for the person who sees it: what is wrong and what to do next.
 * Never put a secret, an address or another tenant's id into it.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string>;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.fields = options.fields ?? {};
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** True for an error that was thrown on purpose and whose text may be shown. */
export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}
