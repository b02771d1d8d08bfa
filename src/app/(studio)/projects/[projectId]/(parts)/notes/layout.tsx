import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { loadProject } from "#app/(studio)/projects/[projectId]/load-project.ts";
import { requireCtx } from "#app/session.ts";
import { may } from "#domain/people/permissions.ts";

interface NotesLayoutProps {
  params: Promise<{ projectId: string }>;
  children: ReactNode;
}

/**
 * The board is for editors; whoever may send notes and no more is led to their own. There is no `loading.tsx` here: what comes behind one is put
 * in place by a script, and the board works without.
 */
export default async function NotesLayout({ params, children }: NotesLayoutProps) {
  await loadProject((await params).projectId);
  const { actor } = await requireCtx();
  if (!may(actor, "note.read")) redirect("/notes");
  return children;
}
