import type { Metadata } from "next";
import { orNotFound } from "#app/or-not-found.ts";
import { requireSignedIn } from "#app/session.ts";
import { listProjects } from "#domain/projects/list-projects.ts";
import { describeProvider } from "#domain/usage/describe-provider.ts";
import { listModelChoices, type ModelChoiceRow } from "#domain/usage/list-model-choices.ts";
import { listModelProviders } from "#domain/usage/list-model-providers.ts";
import { BUILT_IN_MODEL, PRICE_LIST } from "#domain/usage/price-list.ts";
import { CHOOSABLE_PURPOSES, describePurpose } from "#domain/usage/purposes.ts";
import { inOrganization } from "#platform/database.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Page, PageHeader, Section } from "#ui/page-header.tsx";
import { Pill } from "#ui/pill.tsx";
import { ChoiceRow } from "./_components/choice-row.tsx";
import { type ChoiceStart, ChooseForm } from "./_components/choose-form.tsx";
import { ModelSuggestions } from "./_components/model-fields.tsx";
import { TryForm } from "./_components/try-form.tsx";

export const metadata: Metadata = { title: "Models" };

type Search = { choice?: string | string[] };

/** Which models write, for everybody, a project or a purpose; and whether they can be reached. */
export default async function ModelsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { choice: asked } = await searchParams;
  const { ctx, organization } = await requireSignedIn();
  const { choices, providers, projects } = await orNotFound(
    inOrganization(ctx, async (inside) => ({
      choices: await listModelChoices(inside, {}),
      providers: await listModelProviders(inside, {}),
      projects: await listProjects(inside, {}),
    })),
  );
  const setUp = providers.find(({ isSetUp }) => isSetUp);
  const changed = choices.find(({ id }) => id === asked) ?? null;
  const start = startOf(changed, setUp?.id ?? "openai");
  const general = choices.find(({ projectId, purpose }) => projectId === null && purpose === null);
  const known = [...new Map(PRICE_LIST.map((price) => [price.model, price])).values()]
    .filter(({ model }) => model !== BUILT_IN_MODEL.model)
    .map(({ provider, ...rest }) => ({ ...rest, provider: describeProvider(provider) }));
  return (
    <Page narrow>
      <PageHeader eyebrow="Settings" title="Models">
        Which models write the episodes of {organization.name}. A project uses them once its writer is set to
        “model” in its settings.
      </PageHeader>
      <Section title="Providers">
        <ul className="border-t border-line">
          {providers.map(({ id, name, isSetUp, variable }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2.5">
              <span>{name}</span>
              {isSetUp ? (
                <Pill tone="good">set up</Pill>
              ) : (
                <span className="text-sm text-soft">
                  not set up: whoever runs this installation sets <code>{variable}</code>
                </span>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Chosen">
        {choices.length === 0 ? (
          <EmptyState title="No model is chosen">
            Every project is written by the built-in writer, which needs none. Choose a model for all projects
            first; a choice for one project, or one purpose, goes before it.
          </EmptyState>
        ) : (
          <ul className="border-t border-line">
            {choices.map((choice) => (
              <ChoiceRow key={choice.id} choice={choice} />
            ))}
          </ul>
        )}
      </Section>
      <ModelSuggestions id="writing-models" models={known.filter(({ isEmbedding }) => !isEmbedding)} />
      <ModelSuggestions id="all-models" models={known} />
      <Section title={<span id="choose">{changed ? "Change a choice" : "Choose a model"}</span>}>
        <ChooseForm
          key={changed?.id ?? "new"}
          start={start}
          providers={providers}
          projects={projects.map(({ id, title }) => ({ id, title }))}
          purposes={CHOOSABLE_PURPOSES.map((id) => ({ id, name: describePurpose(id) }))}
        />
      </Section>
      <Section title="Try a model">
        <p className="mb-4 max-w-[60ch] text-soft">
          Asks for one sentence, or one vector. The call is real: it is priced, stands in the ledger under
          “Trying a model” and counts under your ceilings.
        </p>
        <TryForm
          key={changed?.id ?? "new"}
          start={general?.chosen ?? { provider: start.provider, model: "" }}
          providers={providers}
        />
      </Section>
    </Page>
  );
}

function startOf(choice: ModelChoiceRow | null, provider: string): ChoiceStart {
  return {
    projectId: choice?.projectId ?? "",
    purpose: choice?.purpose ?? "",
    provider: choice?.chosen.provider ?? provider,
    model: choice?.chosen.model ?? "",
    fallbackProvider: choice?.fallback?.provider ?? "",
    fallbackModel: choice?.fallback?.model ?? "",
  };
}
