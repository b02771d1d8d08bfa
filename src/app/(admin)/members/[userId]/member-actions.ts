"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { readAccess } from "#app/(admin)/members/read-access.ts";
import { attempt } from "#app/attempt.ts";
import { requireCtx } from "#app/session.ts";
import { changeProjectAccess } from "#domain/people/change-project-access.ts";
import { changeRole } from "#domain/people/change-role.ts";
import { removeMember } from "#domain/people/remove-member.ts";
import { signMemberOut } from "#domain/people/sign-member-out.ts";
import { transferOwnership } from "#domain/people/transfer-ownership.ts";
import type { Role } from "#platform/context.ts";
import type { FormState } from "#ui/form-state.ts";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

export async function saveRole(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    // The verb says which roles there are.
    await changeRole(ctx, { userId: text(form, "userId"), role: text(form, "role") as Role });
    refresh();
    return "Changed. It counts from their next request on.";
  });
}

export async function saveAccess(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await changeProjectAccess(ctx, { userId: text(form, "userId"), ...readAccess(form) });
    refresh();
    return "Changed. It counts from their next request on.";
  });
}

export async function signOutMember(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await signMemberOut(ctx, { userId: text(form, "userId") });
    redirect(`/members/${text(form, "userId")}`);
  });
}

export async function remove(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await removeMember(ctx, { userId: text(form, "userId") });
    redirect("/members");
  });
}

export async function handOver(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await transferOwnership(ctx, { userId: text(form, "userId"), name: text(form, "name") });
    redirect("/members");
  });
}
