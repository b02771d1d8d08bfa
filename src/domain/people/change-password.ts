import { z } from "zod";
import { AppError } from "#platform/errors.ts";
import { verifyPassword } from "#platform/password-hash.ts";
import { consume, giveBack } from "#platform/rate-limit.ts";
import { makeHash } from "./internal/password/make-hash.ts";
import { NewPassword, TypedPassword } from "./internal/password/password-text.ts";
import { tellOfPassword } from "./internal/password/tell-of-password.ts";
import { personal } from "./personal.ts";

const ChangePassword = z.object({ currentPassword: TypedPassword, password: NewPassword });
const NOT_YOURS = "This is not your password.";

/**
 * Gives the person another password for the one that they know, which is the proof that it is them. Their other sessions end.
 *
 * @throws AppError INVALID on `currentPassword` or `password`, LIMIT_REACHED after too many tries, CONFLICT when it was changed
 *   elsewhere meanwhile
 */
export const changePassword = personal(
  {
    input: ChangePassword,
    prepare: async (me, { currentPassword, password }) => {
      await consume(me, "passwordPerDevice", me.sessionId);
      const { passwordHash: before } = await me.db.prisma.user.findUniqueOrThrow({
        where: { id: me.userId },
        select: { passwordHash: true },
      });
      if (!before || !(await verifyPassword(currentPassword, before))) {
        throw new AppError("INVALID", NOT_YOURS, { fields: { currentPassword: NOT_YOURS } });
      }
      await giveBack(me, "passwordPerDevice", me.sessionId);
      return { before, after: await makeHash(me, password) };
    },
  },
  async (me, _, { before, after }) => {
    const { count } = await me.tx.user.updateMany({
      where: { id: me.userId, passwordHash: before },
      data: { passwordHash: after },
    });
    if (count === 0) {
      throw new AppError(
        "CONFLICT",
        "Your password was changed elsewhere a moment ago. Load the page again.",
      );
    }
    return tellOfPassword(me, "person.change-password");
  },
);
