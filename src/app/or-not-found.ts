import { notFound } from "next/navigation";
import { isAppError } from "#platform/errors.ts";

/** Waits for what a page needs. What is not there, not ours, or not for our role all end on the same page: not found. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (isAppError(error, "NOT_FOUND") || isAppError(error, "FORBIDDEN")) notFound();
    throw error;
  }
}
