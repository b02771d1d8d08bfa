import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadProject } from "#app/(studio)/projects/[projectId]/load-project.ts";
import { requireCtx } from "#app/session.ts";
import { may } from "#domain/people/permissions.ts";
import { getWritingModels } from "#domain/usage/get-writing-models.ts";
import { ConfirmButton } from "#ui/confirm-button.tsx";
import { Section } from "#ui/page-header.tsx";
import { TypedConfirmation } from "#ui/typed-confirmation.tsx";
import { SettingsForm } from "./_components/settings-form.tsx";
import { WriterSection } from "./_components/writer-section.tsx";
import { removeForGood } from "./actions.ts";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ params }: { params: Promise<{ projectId: string }> }) {
  const project = await loadProject((await params).projectId);
  const { id, title, goal, audience, minutes, version } = project;
  const ctx = await requireCtx();
  const { actor } = ctx;
  if (!may(actor, "project.edit")) notFound();
  const writing = await getWritingModels(ctx, { projectId: id });
  return (
    <div className="max-w-xl">
      <SettingsForm projectId={id} version={version} settings={{ title, goal, audience, minutes }} />
      <div className="mt-12 border-t border-line pt-6">
        <WriterSection project={project} writing={writing} mayChooseModels={may(actor, "model.edit")} />
      </div>
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
              <TypedConfirmation
                action={removeForGood}
                hidden={{ projectId: id }}
                name="title"
                what="The name"
                exactly={title}
                pending="Removing…"
              >
                Remove it
              </TypedConfirmation>
            </ConfirmButton>
          </Section>
        </div>
      ) : null}
    </div>
  );
}
