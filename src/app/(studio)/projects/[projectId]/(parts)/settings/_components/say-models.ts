import type { WritingModel } from "#domain/usage/get-writing-models.ts";

/** Which models write a project, in words, and what would keep them from it. */
export function sayModels(models: readonly WritingModel[]): { models: string; warnings: string[] } {
  const byName = Map.groupBy(models, ({ name }) => name);
  const named = [...byName].flatMap(([name, of]) => (name === null ? [] : [{ name, of }]));
  const [only] = named;
  const said =
    only !== undefined && byName.size === 1
      ? `Here it is ${only.name}.`
      : named.map(({ name, of }) => `${joined(of)}: ${name}.`).join(" ");
  const missing = byName.get(null) ?? [];
  return {
    models: said,
    warnings: [
      ...(missing.length === 0
        ? []
        : [
            missing.length === models.length
              ? "No language model is chosen yet."
              : `No model is chosen for: ${joined(missing)}.`,
          ]),
      ...named.flatMap(({ name, of }) =>
        of.some(({ isSetUp }) => !isSetUp) ? [`${name} can’t be reached from here: it has no key.`] : [],
      ),
      ...named.flatMap(({ name, of }) =>
        of.some(({ hasPrice }) => !hasPrice)
          ? [`${name} has no price: what it costs is not known, and under a ceiling nothing is written.`]
          : [],
      ),
    ],
  };
}

function joined(models: readonly WritingModel[]): string {
  return models.map(({ purpose }) => purpose).join(", ");
}
