import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadProject } from "#app/(studio)/projects/[projectId]/load-project.ts";
import { requireCtx } from "#app/session.ts";
import { may } from "#domain/people/permissions.ts";
import { ConfirmButton } from "#ui/confirm-button.tsx";
import { Section } from "#ui/page-header.tsx";
import { RemoveForm } from "./_components/remove-form.tsx";
import { SettingsForm } from "./_components/settings-form.tsx";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { id, title, goal, audience, minutes, version } = await loadProject((await params).projectId);
  const { actor } = await requireCtx();
  if (!may(actor, "project.edit")) notFound();
  return (
    <div className="max-w-xl">
      <SettingsForm projectId={id} version={version} settings={{ title, goal, audience, minutes }} />
      {may(actor, "project.remove") ? (
        <div className="mt-12 border-t border-line pt-6">
          <Section title="Remove this project">
            <p className="mb-4 text-soft">
              Nothing more is written or published for it, a run under way is stopped, and its pages close.
              What it cost stays in the books.
            </p>
            <ConfirmButton
              tone="danger"
              label="Remove project…"
              title="Remove this project?"
              description="Its episodes, sources and coming slots can’t be opened any more. To go on, type its name."
            >
              <RemoveForm projectId={id} title={title} />
            </ConfirmButton>
          </Section>
        </div>
      ) : null}
    </div>
  );
}
