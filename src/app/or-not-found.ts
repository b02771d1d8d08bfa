import { notFound } from "next/navigation";
import { type ErrorCode, isAppError } from "#platform/errors.ts";

const NOT_HERE: readonly ErrorCode[] = ["NOT_FOUND", "FORBIDDEN", "INVALID"];

/** Waits for what a page needs. An address that is not there, not ours, not for our role or no address at all: all are not found. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (isAppError(error) && NOT_HERE.includes(error.code)) notFound();
    throw error;
  }
}
