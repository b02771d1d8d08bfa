import { z } from "zod";
import type { SignInMethod } from "#platform/db/generated/enums.ts";
import { describeDevice } from "./describe-device.ts";
import { describePlace } from "./describe-place.ts";
import { personal } from "./personal.ts";

export interface MySession {
  id: string;
  /** The one that asks. */
  isThis: boolean;
  /** In words: "Firefox on Windows". */
  device: string;
  /** In words: a country, "A private network". */
  place: string;
  /** The network address that it was last used from. */
  address: string | null;
  method: SignInMethod;
  /** Its second factor was not shown: it opens nothing. */
  isHalf: boolean;
  startedAt: Date;
  lastUsedAt: Date;
}

/** Where the person is signed in now: the one that asks first, then by last use. */
export const listMySessions = personal({ input: z.object({}) }, async (me): Promise<MySession[]> => {
  const sessions = await me.tx.session.findMany({
    where: { userId: me.userId, revokedAt: null, expiresAt: { gt: me.clock.now() } },
    orderBy: { lastUsedAt: "desc" },
    select: {
      id: true,
      userAgent: true,
      address: true,
      method: true,
      stage: true,
      createdAt: true,
      lastUsedAt: true,
    },
  });
  const listed = sessions.map(({ userAgent, stage, createdAt, ...session }) => ({
    ...session,
    isThis: session.id === me.sessionId,
    device: describeDevice(userAgent),
    place: describePlace(session.address),
    isHalf: stage !== "COMPLETE",
    startedAt: createdAt,
  }));
  return listed.toSorted((one, other) => Number(other.isThis) - Number(one.isThis));
});
