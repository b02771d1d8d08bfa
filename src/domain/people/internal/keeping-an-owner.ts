import { AppError } from "#platform/errors.ts";

/**
 * Does what may leave the organization without an owner, which the database refuses (trigger `keep_an_owner`).
 *
 * @throws AppError CONFLICT with the way out, when it was refused
 */
export async function keepingAnOwner<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!String(error).includes("an organization keeps an owner")) throw error;
    throw new AppError(
      "CONFLICT",
      "An organisation keeps at least one owner. Make another member an owner first, then try again.",
      { cause: error },
    );
  }
}
