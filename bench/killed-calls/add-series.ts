import { systemClock } from "#platform/clock.ts";
import { inOrganization } from "#platform/database.ts";
import { MODEL_PROVIDERS } from "#platform/model-access.ts";
import type { TestDatabase } from "#testing/database.ts";
import { MODEL_OF, makeModelChoice } from "#testing/factories/make-model-scene.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makePrice } from "#testing/factories/make-price.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { makeReadySource, textFile } from "#testing/factories/make-source.ts";

/** A run that a model of its own name writes, by which its calls are found again at the model server. */
export interface Series {
  organizationId: string;
  queueId: string;
  model: string;
}

const THINGS = [
  "capstan",
  "gangway",
  "lifeboat",
  "turbine",
  "gearbox",
  "boiler",
  "windlass",
  "bollard",
  "railing",
  "propeller",
];
const HANDBOOK = `# The ferry handbook\n\n${THINGS.map(
  (thing, at) =>
    `## The ${thing}\n\nThe ${thing} of the ferry stands beside berth ${at + 1}, where the crew keeps its ledger of ${thing} repairs. ` +
    `A ${thing} that fails the spring inspection is replaced within ${at + 3} weeks, because the harbour insurance asks for it. ` +
    `Whoever works on the ${thing} writes name, hour and reason into the ledger before the next crossing begins. ` +
    `In winter the ${thing} is greased on every second Monday, and in summer only after a storm from the north.`,
).join("\n\n")}`;

/** An organization with a project that a model writes, a source and a run that is due; the providers take turns. */
export async function addSeries(database: TestDatabase, index: number): Promise<Series> {
  const provider = MODEL_PROVIDERS[index % MODEL_PROVIDERS.length] ?? "openai";
  const model = `${MODEL_OF[provider]}-${index}`;
  const { ctx, organizationId } = await makeOrganization(database.app, { clock: systemClock });
  const { id: projectId } = await makeProject(ctx, { minutes: 6, writer: "model" });
  await makeReadySource(ctx, projectId, textFile("ferry.md", HANDBOOK));
  await makePrice(ctx, { provider, model });
  await makeModelChoice(ctx, { provider, model });
  const { id: queueId } = await inOrganization(ctx, (inside) => makeRun(inside, projectId));
  return { organizationId, queueId, model };
}
