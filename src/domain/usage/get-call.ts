import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { AppError } from "#platform/errors.ts";
import { readCalls } from "./internal/read-calls.ts";

/**
 * One call of the ledger with what it used, what it was priced by and what it was for.
 *
 * @throws AppError NOT_FOUND
 */
export const getCall = query(
  { needs: "usage.read", input: z.object({ callId: z.uuid() }) },
  async (ctx, { callId }) => {
    const [call] = await readCalls(ctx, { callId }, { after: null, size: 1 });
    if (!call) throw new AppError("NOT_FOUND", "There is no such call.");
    return call;
  },
);
