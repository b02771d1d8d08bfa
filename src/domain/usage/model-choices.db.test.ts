import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { ModelAccess } from "#platform/model-access.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { clearModelChoice } from "./clear-model-choice.ts";
import { listModelChoices } from "./list-model-choices.ts";
import { listModelProviders } from "./list-model-providers.ts";
import { setModelChoice } from "./set-model-choice.ts";
import { setPrice } from "./set-price.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const ACCESS: ModelAccess = {
  openai: { name: "OpenAI", apiKey: "a secret key" },
  compatible: { name: "Cellar", baseUrl: "http://127.0.0.1:9/v1" },
};
const GENERAL = { projectId: null, purpose: null, provider: "openai", model: "gpt-6.2-sol" };

async function makeScene() {
  const made = await makeOrganization(database.app);
  return { ...made, ctx: { ...made.ctx, modelAccess: ACCESS } satisfies Ctx };
}

const auditOf = (ctx: Ctx) =>
  inOrganization(ctx, ({ tx }) =>
    tx.auditLog.findMany({
      where: { action: { startsWith: "model." } },
      orderBy: { sequence: "asc" },
      select: { action: true, before: true, after: true },
    }),
  );

describe("choosing a model", () => {
  it("serves all, a project, a purpose, or a purpose of a project, and replaces what was chosen before", async () => {
    const { ctx } = await makeScene();
    const { id: projectId } = await makeProject(ctx, { title: "Quay" });
    await setModelChoice(ctx, { ...GENERAL, projectId, purpose: "episode.write", model: "gpt-6.2-astra" });
    await setModelChoice(ctx, { ...GENERAL, model: "gpt-6-luna" });
    await setModelChoice(ctx, { ...GENERAL, purpose: "episode.outline" });
    const { choiceId } = await setModelChoice(ctx, {
      ...GENERAL,
      model: "  gpt-6.2-sol ",
      fallbackProvider: "compatible",
      fallbackModel: "llama3.3:70b",
    });
    expect(await listModelChoices(ctx, {})).toMatchObject([
      {
        id: choiceId,
        projectTitle: null,
        purposeLabel: null,
        chosen: { model: "gpt-6.2-sol", isSetUp: true, hasPrice: true },
        fallback: { provider: "compatible", model: "llama3.3:70b", isSetUp: true, hasPrice: false },
      },
      { projectTitle: null, purposeLabel: "Outlining", fallback: null },
      { projectTitle: "Quay", purposeLabel: "Writing", chosen: { model: "gpt-6.2-astra" } },
    ]);
  });

  it("stands in the audit log with what was there before, and only when something changed", async () => {
    const { ctx } = await makeScene();
    await setModelChoice(ctx, GENERAL);
    await setModelChoice(ctx, GENERAL);
    const { choiceId } = await setModelChoice(ctx, { ...GENERAL, model: "gpt-6-luna" });
    await clearModelChoice(ctx, { choiceId });
    expect(await auditOf(ctx)).toMatchObject([
      { action: "model.choose", before: null, after: { model: "gpt-6.2-sol" } },
      { action: "model.choose", before: { model: "gpt-6.2-sol" }, after: { model: "gpt-6-luna" } },
      { action: "model.clear", before: { model: "gpt-6-luna" } },
    ]);
    expect(await listModelChoices(ctx, {})).toEqual([]);
    await expect(clearModelChoice(ctx, { choiceId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it.each([
    ["provider", { provider: "episodic", model: "built-in" }],
    ["provider", { provider: "" }],
    ["provider", { provider: "anthropic" }],
    ["model", { model: " " }],
    ["model", { model: "gpt 6" }],
    ["purpose", { purpose: "model.try" }],
    ["projectId", { projectId: "x" }],
    ["fallbackProvider", { fallbackModel: "llama3.3:70b" }],
    ["fallbackProvider", { fallbackProvider: "google", fallbackModel: "gemini-3.8-flash" }],
    ["fallbackProvider", { fallbackProvider: "nobody", fallbackModel: "m" }],
    ["fallbackModel", { fallbackProvider: "compatible", fallbackModel: " " }],
    ["fallbackModel", { fallbackProvider: "openai", fallbackModel: "gpt-6.2-sol" }],
  ])("refuses what can't serve, at %s: %j", async (field, wrong) => {
    const { ctx } = await makeScene();
    await expect(setModelChoice(ctx, { ...GENERAL, ...wrong })).rejects.toMatchObject({
      code: "INVALID",
      fields: { [field]: expect.any(String) },
    });
    expect(await listModelChoices(ctx, {})).toEqual([]);
  });

  it("is for administrators, within their organization", async () => {
    const made = await makeScene();
    const editor = await asMember(made, "EDITOR");
    await expect(setModelChoice(editor, GENERAL)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(listModelProviders(editor, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { choiceId } = await setModelChoice(made.ctx, GENERAL);
    const other = await makeScene();
    const { id: projectId } = await makeProject(other.ctx);
    await expect(setModelChoice(made.ctx, { ...GENERAL, projectId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(clearModelChoice(other.ctx, { choiceId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listModelChoices(other.ctx, {})).toEqual([]);
  });

  it("says when a provider lost its access, and when a price was found", async () => {
    const { ctx } = await makeScene();
    await setModelChoice(ctx, { ...GENERAL, model: "of-our-own" });
    await setPrice(ctx, { provider: "openai", model: "of-our-own", isFree: true, validFrom: "now" });
    expect(await listModelChoices({ ...ctx, modelAccess: {} }, {})).toMatchObject([
      { chosen: { isSetUp: false, hasPrice: true } },
    ]);
  });

  it("leaves out what was chosen for a project that was removed", async () => {
    const { ctx } = await makeScene();
    const { id: projectId } = await makeProject(ctx);
    await setModelChoice(ctx, { ...GENERAL, projectId });
    await inOrganization(ctx, ({ tx, clock }) =>
      tx.project.update({ where: { id: projectId }, data: { deletedAt: clock.now() } }),
    );
    expect(await listModelChoices(ctx, {})).toEqual([]);
    await expect(setModelChoice(ctx, { ...GENERAL, projectId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the providers", () => {
  it("are told by name and by what has to be set, and never by key or address", async () => {
    const { ctx } = await makeScene();
    const providers = await listModelProviders(ctx, {});
    expect(providers.map(({ id, name, isSetUp }) => [id, name, isSetUp])).toEqual([
      ["openai", "OpenAI", true],
      ["anthropic", "Anthropic", false],
      ["google", "Google", false],
      ["compatible", "Cellar", true],
    ]);
    expect(JSON.stringify(providers)).not.toMatch(/secret|127\.0\.0\.1/);
  });
});
