import { Prisma } from "./db/generated/client.ts";

const UNIQUE_VIOLATION = "23505";

/** True when a unique index refused the row, whether Prisma or a hand-written statement tried. */
export function isUniqueViolation(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    if (error.code === "P2002") return true;
    return error.code === "P2010" && JSON.stringify(error.meta ?? {}).includes(UNIQUE_VIOLATION);
  }
  return error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION;
}
