import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getWritingModels } from "#domain/usage/get-writing-models.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeModelChoice } from "#testing/factories/make-model-scene.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makePrice } from "#testing/factories/make-price.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { chooseWriter } from "./choose-writer.ts";
import { getProject } from "./get-project.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function makeScene() {
  const made = await makeOrganization(database.app);
  const ctx: Ctx = { ...made.ctx, modelAccess: { compatible: { name: "Local" } } };
  const { id: projectId } = await makeProject(ctx);
  return { ...made, ctx, projectId };
}

describe("choosing the writer of a project", () => {
  it("needs a model for every step of the writing, that can be reached", async () => {
    const { ctx, projectId } = await makeScene();
    const choose = () => chooseWriter(ctx, { projectId, version: 1, writer: "model" });
    await expect(choose()).rejects.toMatchObject({
      code: "INVALID",
      fields: { writer: expect.stringContaining("No model is chosen for “Outlining”") },
    });
    await makeModelChoice(ctx, { provider: "openai" });
    await expect(choose()).rejects.toMatchObject({
      code: "INVALID",
      fields: { writer: expect.stringContaining("gpt-5 of OpenAI can’t be reached") },
    });
    await makeModelChoice(ctx, { provider: "compatible", projectId });
    expect(await choose()).toEqual({ version: 2 });
    expect(await getProject(ctx, { projectId })).toMatchObject({ writer: "model", version: 2 });
    const trail = await inOrganization(ctx, ({ tx }) =>
      tx.auditLog.findMany({
        where: { targetId: projectId },
        select: { action: true, before: true, after: true },
      }),
    );
    expect(trail).toEqual([
      { action: "project.change", before: { writer: "built-in" }, after: { writer: "model" } },
    ]);
  });

  it("tells the second of two who change the settings at once, and changes nothing", async () => {
    const { ctx, projectId } = await makeScene();
    await makeModelChoice(ctx, { provider: "compatible" });
    await chooseWriter(ctx, { projectId, version: 1, writer: "model" });
    await expect(chooseWriter(ctx, { projectId, version: 1, writer: "built-in" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await getProject(ctx, { projectId })).toMatchObject({ writer: "model" });
  });

  it("is for editors of the organization, and for writers that there are", async () => {
    const made = await makeScene();
    const { projectId } = made;
    const other = await makeOrganization(database.app);
    const wanted = { projectId, version: 1, writer: "built-in" } as const;
    await expect(chooseWriter(other.ctx, wanted)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(chooseWriter(await asMember(made, "READER"), wanted)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(chooseWriter(made.ctx, { ...wanted, writer: "ghost" as "model" })).rejects.toMatchObject({
      code: "INVALID",
      fields: { writer: "Choose who writes." },
    });
  });

  it("shows which model serves each step, and which has no price", async () => {
    const { ctx, projectId } = await makeScene();
    await makeModelChoice(ctx, { provider: "compatible" });
    await makeModelChoice(ctx, { provider: "openai", model: "odd-one", projectId, purpose: "episode.write" });
    await makePrice(ctx, { provider: "compatible", model: "qwen3" });
    expect(await getWritingModels(ctx, { projectId })).toEqual([
      { purpose: "Outlining", name: "qwen3 of Compatible server", isSetUp: true, hasPrice: true },
      { purpose: "Writing", name: "odd-one of OpenAI", isSetUp: false, hasPrice: false },
      { purpose: "Checking", name: "qwen3 of Compatible server", isSetUp: true, hasPrice: true },
    ]);
  });
});
