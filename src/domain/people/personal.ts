import { differenceInSeconds } from "date-fns";
import type { z } from "zod";
import type { Tx } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { System } from "#platform/system.ts";
import { parseInput } from "./internal/parse-input.ts";

/** A person who is signed in, apart from any organization: what is theirs alone is done as this. */
export interface Me extends System {
  userId: string;
  sessionId: string;
  /** When they last proved who they are, in this session. */
  authenticatedAt: Date;
  /** Set while their second factor is due: such a session may do nothing but show it. */
  isSecondDue?: boolean;
}

/** A `Me` with its transaction open. */
export interface TxMe extends Me {
  tx: Tx;
}

const MINUTES_A_PROOF_IS_RECENT = 15;

/** True while a proof of who somebody is counts as recent enough for what can't be taken back. */
export function isRecentlyProven(me: Me): boolean {
  const age = differenceInSeconds(me.clock.now(), me.authenticatedAt);
  return age < MINUTES_A_PROOF_IS_RECENT * 60;
}

interface PersonalOptions<Input extends z.ZodType, Prepared> {
  input: Input;
  /** For what opens or closes a way in: refused unless the person proved who they are in the last fifteen minutes. */
  needsRecentProof?: true;
  /** Also for a session that has its second factor still to show. */
  whileSecondIsDue?: true;
  /** What takes long, such as a hash, is done before the transaction is opened; `work` is handed what comes of it. */
  prepare?: (me: Me, input: z.output<Input>) => Promise<Prepared>;
}

/**
 * A verb about the person who calls it: their sessions, factors and data. It needs no role, because it can reach nobody else's: `me`
 * comes from the session. Works in one transaction; no organization is entered.
 *
 * @throws AppError INVALID with `fields` when the input is refused, NOT_NOW when a recent proof is needed, FORBIDDEN while a second
 *   factor is due
 */
export function personal<Input extends z.ZodType, Result, Prepared = undefined>(
  options: PersonalOptions<Input, Prepared>,
  work: (me: TxMe, input: z.output<Input>, prepared: Prepared) => Promise<Result>,
): (me: Me, input: z.input<Input>) => Promise<Result> {
  return async (me, input) => {
    if (me.isSecondDue && !options.whileSecondIsDue) {
      throw new AppError("FORBIDDEN", "Show your second factor first.");
    }
    if (options.needsRecentProof && !isRecentlyProven(me)) {
      throw new AppError(
        "NOT_NOW",
        "This needs a fresh proof that it is you. Sign in again, then come back.",
      );
    }
    const parsed = parseInput(options.input, input);
    // Without `prepare` nothing is prepared, and `Prepared` is undefined.
    const prepared = (await options.prepare?.(me, parsed)) as Prepared;
    return me.db.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`select set_config('app.user_id', ${me.userId}, true), set_config('idle_in_transaction_session_timeout', '15s', true)`;
      return work({ ...me, tx }, parsed, prepared);
    });
  };
}
