"use server";

import { refresh } from "next/cache";
import { attempt } from "#app/attempt.ts";
import { requireCtx } from "#app/session.ts";
import { inviteMember } from "#domain/people/invite-member.ts";
import { resendInvitation } from "#domain/people/resend-invitation.ts";
import { revokeInvitation } from "#domain/people/revoke-invitation.ts";
import { showInvitationLink } from "#domain/people/show-invitation-link.ts";
import { requireEnv } from "#platform/env.ts";
import type { FormState } from "#ui/form-state.ts";
import { readAccess } from "./read-access.ts";

export async function invite(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    const { isRenewed } = await inviteMember(ctx, {
      email: String(form.get("email") ?? ""),
      // The verb says which roles there are.
      role: String(form.get("role") ?? "") as "READER",
      ...readAccess(form),
    });
    refresh();
    return isRenewed
      ? "An invitation for this address was open: it is renewed, and its links of before are dead."
      : "Invited.";
  });
}

/** Sends an invitation again, takes it back, or shows its link; the button that was pressed says which. */
export async function actOnInvitation(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  const invitation = { invitationId: String(form.get("invitationId") ?? "") };
  let link = "";
  const outcome = await attempt(form, async () => {
    if (form.get("act") === "show-link") {
      const { token } = await showInvitationLink(ctx, invitation);
      link = new URL(`/invitation/${token}`, requireEnv("ORIGIN")).href;
      return undefined;
    }
    if (form.get("act") === "revoke") await revokeInvitation(ctx, invitation);
    else await resendInvitation(ctx, invitation);
    refresh();
    return form.get("act") === "revoke" ? undefined : "Sent again. Its links of before are dead.";
  });
  return link ? { values: { link } } : outcome;
}
