import { notFound } from "next/navigation";
import { may, type Permission } from "#domain/people/permissions.ts";
import { requireCtx } from "./session.ts";

/**
 * Says "not found" before anything of the page is sent. The verbs refuse as well, and they are what guards; but behind a `loading.tsx`
 * the page has begun by then, and its status says that it is there.
 */
export async function requirePermission(permission: Permission): Promise<void> {
  const { actor } = await requireCtx();
  if (!may(actor, permission)) notFound();
}
