import Link from "next/link";
import type { WritingModel } from "#domain/usage/get-writing-models.ts";
import { Section } from "#ui/page-header.tsx";
import { sayModels } from "./say-models.ts";
import { WriterForm } from "./writer-form.tsx";

interface WriterSectionProps {
  project: { id: string; version: number; writer: string };
  writing: readonly WritingModel[];
  mayChooseModels: boolean;
}

/** Who writes the project, by which models, and what is in the way of them. */
export function WriterSection({ project, writing, mayChooseModels }: WriterSectionProps) {
  const { models, warnings } = sayModels(writing);
  return (
    <Section title="Writer">
      {warnings.length > 0 ? (
        <div className="mb-3 border-l-2 border-warn bg-sunk px-4 py-3">
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </div>
      ) : null}
      <WriterForm projectId={project.id} version={project.version} writer={project.writer} models={models} />
      <p className="mt-4 text-sm text-soft">
        {mayChooseModels ? (
          <>
            Models are chosen, and tried, under{" "}
            <Link className="link" href="/settings/models">
              Settings, Models
            </Link>
            .
          </>
        ) : (
          "An administrator chooses the models, under Settings, Models."
        )}
      </p>
    </Section>
  );
}
