import { addDays, addMinutes } from "date-fns";
import type { Tx } from "#platform/database.ts";
import type { SessionStage, SignInMethod } from "#platform/db/generated/enums.ts";
import { hashToken, newToken } from "#platform/secrets.ts";
import type { System } from "#platform/system.ts";
import { recordAudit } from "../../activity/record-audit.ts";
import { recordEvent } from "../../activity/record-event.ts";
import { hasSecondFactor } from "./has-second-factor.ts";
import { myOrganizations } from "./my-organizations.ts";
import { tellOfNewDevice } from "./tell-of-new-device.ts";
import { tellOrganizations } from "./tell-organizations.ts";

const DAYS_VALID = 30;
/** Half a proof is worth little, and not for long. */
const MINUTES_TO_SHOW_THE_SECOND = 15;

/** A passkey proves possession and the person at once; the command line's link is the operator's way to help somebody in. */
const WHOLE_BY_THEMSELVES: readonly SignInMethod[] = ["PASSKEY", "ONE_TIME_LINK"];

export interface StartedSession {
  /** Whose it is; the browser that is handed it is known to that account from now on. */
  userId: string;
  /** What the cookie holds. */
  token: string;
  expiresAt: Date;
  /** With a second factor due, the session opens nothing but the page that asks for it. */
  stage: SessionStage;
}

interface Proof {
  userId: string;
  method: SignInMethod;
  /** The second factor was shown too, in this transaction. */
  isSecondShown?: boolean;
}

/**
 * Starts a session for somebody who proved who they are by `method`, in the transaction that used up the proof. The token is new at
 * every sign-in. Call it with `app.user_id` unset; it says who asks.
 */
export async function openSession(
  system: System,
  tx: Tx,
  { userId, method, isSecondShown = false }: Proof,
): Promise<StartedSession> {
  await tx.$executeRaw`select set_config('app.user_id', ${userId}, true)`;
  const now = system.clock.now();
  const organizations = await myOrganizations(tx, userId);
  const last = await tx.session.findFirst({
    where: { userId, activeOrganizationId: { not: null } },
    orderBy: { lastUsedAt: "desc" },
    select: { activeOrganizationId: true },
  });
  const active = organizations.find(({ organizationId }) => organizationId === last?.activeOrganizationId);
  const hasSecond = await hasSecondFactor(tx, userId);
  const isDue = hasSecond && !isSecondShown && !WHOLE_BY_THEMSELVES.includes(method);
  const stage = isDue ? "SECOND_FACTOR_DUE" : "COMPLETE";
  await tellOfNewDevice(system, tx, userId);
  const token = newToken();
  const expiresAt = isDue ? addMinutes(now, MINUTES_TO_SHOW_THE_SECOND) : addDays(now, DAYS_VALID);
  await tx.session.create({
    data: {
      userId,
      activeOrganizationId: (active ?? organizations[0])?.organizationId ?? null,
      tokenHash: hashToken(token),
      stage,
      method,
      authenticatedAt: now,
      userAgent: system.from?.userAgent?.slice(0, 300) ?? null,
      address: system.from?.address ?? null,
      createdAt: now,
      lastUsedAt: now,
      expiresAt,
    },
  });
  if (stage === "COMPLETE") {
    await tellOrganizations({ ...system, tx, userId }, async (ctx) => {
      await recordEvent(ctx, { type: "signed_in", data: { method } });
      if (hasSecond && method === "ONE_TIME_LINK") {
        await recordAudit(ctx, {
          action: "person.enter-by-operator-link",
          targetType: "user",
          targetId: userId,
        });
      }
    });
  }
  return { userId, token, expiresAt, stage };
}
