import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Directive } from "#domain/planning/directive.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeModelChoice } from "#testing/factories/make-model-scene.ts";
import { makeNote } from "#testing/factories/make-note.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makePrice } from "#testing/factories/make-price.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeReadySource, textFile } from "#testing/factories/make-source.ts";
import { planInThread } from "./internal/preview/plan-in-thread.ts";
import { type NotePreview, previewNote } from "./preview-note.ts";

const THINGS = [
  ...["capstan", "gangway", "lifeboat", "turbine", "gearbox", "boiler", "windlass", "railing"],
  ...["propeller", "rudder", "galley", "bridge", "anchor", "funnel", "hatch", "bollard"],
];
const HANDBOOK = `# The ferry handbook\n\n${THINGS.map(
  (thing, at) =>
    `## The ${thing}\n\nThe ${thing} of the ferry stands beside berth ${at + 1}, where the crew keeps its ledger of ${thing} repairs. ` +
    `A ${thing} that fails the spring inspection is replaced within ${at + 3} weeks, because the harbour insurance asks for it. ` +
    `Whoever works on the ${thing} writes name, hour and reason into the ledger before the next crossing begins.`,
).join("\n\n")}`;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function makeScene(overrides: Parameters<typeof makeProject>[1] = {}) {
  const made = await makeOrganization(database.app);
  const { id: projectId } = await makeProject(made.ctx, { minutes: 1, goal: "", ...overrides });
  await makeReadySource(made.ctx, projectId, textFile("ferry.md", HANDBOOK));
  const send = (directive: Directive | null) =>
    makeNote(made.ctx, projectId, directive === null ? { status: "RECEIVED" } : { directive });
  return { ...made, projectId, send };
}

async function preview(...asked: Parameters<typeof previewNote>): Promise<NotePreview> {
  const found = await previewNote(...asked);
  if (found.kind !== "preview") throw new Error(`it is ${found.kind}`);
  return found;
}

describe("the preview of a note", () => {
  it("says which sections come and go, how the share of its topic changes, and that nothing is spent or kept", async () => {
    const { ctx, projectId, send } = await makeScene();
    const { id: noteId } = await send({ kind: "MORE_OF", terms: ["bollard"] });
    const found = await preview(ctx, { projectId, note: { noteId } });
    expect(found.nothing).toBeNull();
    expect(found.changes).toContainEqual({
      ...{ kind: "COMES", heading: "The bollard", from: null, goes: [] },
      to: expect.any(Number),
      comes: [expect.stringContaining("The bollard")],
    });
    expect(found.changes.some(({ kind }) => kind === "GOES")).toBe(true);
    expect(found.share?.with).toBeGreaterThan(found.share?.without ?? 1);
    expect(found.cost).toEqual({ by: "free" });
    const kept = await inOrganization(ctx, async ({ tx }) => ({
      note: await tx.planningNote.findUniqueOrThrow({ where: { id: noteId } }),
      plans: await tx.notePlan.count(),
      calls: await tx.tokenUsage.count(),
    }));
    expect(kept).toMatchObject({ note: { status: "UNDERSTOOD", revision: 1 }, plans: 0, calls: 0 });
  });

  it("has nothing to show of a note that was not read yet, or has its outcome", async () => {
    const { ctx, projectId, send } = await makeScene();
    const { id: unread } = await send(null);
    expect(await previewNote(ctx, { projectId, note: { noteId: unread } })).toEqual({ kind: "unread" });
    const { id: settled } = await makeNote(ctx, projectId, {
      ...{ status: "DECLINED", reason: "No.", settledAt: ctx.clock.now() },
    });
    expect(await previewNote(ctx, { projectId, note: { noteId: settled } })).toEqual({ kind: "settled" });
  });

  it("reckons what a model would cost without and with it, for editors alone, and tries words out that were not sent", async () => {
    const made = await makeScene({ writer: "model", minutes: 4 });
    const { ctx, projectId, send } = made;
    await makeModelChoice(ctx, { provider: "openai" });
    await makePrice(ctx, { provider: "openai", model: "gpt-5" });
    const { id: noteId } = await send({ kind: "SHORTER" });
    const { cost, minutes } = await preview(ctx, { projectId, note: { noteId } });
    expect(minutes.with).toBeLessThan(minutes.without ?? 0);
    if (cost?.by !== "worst") throw new Error(`the cost is by ${cost?.by}`);
    expect(cost.nanos[1]).toBeGreaterThan(0n);
    expect(cost.nanos[1]).toBeLessThan(cost.nanos[0] ?? 0n);

    const reader = await asMember(made, "READER");
    const unsent = await preview(reader, { projectId, note: { text: "More about the bollard, please." } });
    expect(unsent.cost).toBeNull();
    expect(unsent.changes).toContainEqual(expect.objectContaining({ kind: "COMES", heading: "The bollard" }));
    expect(await inOrganization(ctx, ({ tx }) => tx.planningNote.count())).toBe(1);
  });

  it("is not for other readers, other organizations, or under another project", async () => {
    const made = await makeScene();
    const { projectId, send } = made;
    const { id: noteId } = await send({ kind: "SHORTER" });
    const asked = { projectId, note: { noteId } };
    const reader = await asMember(made, "READER");
    await expect(previewNote(reader, asked)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const elsewhere = await makeOrganization(database.app);
    await expect(previewNote(elsewhere.ctx, asked)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { id: other } = await makeProject(made.ctx);
    await expect(previewNote(made.ctx, { ...asked, projectId: other })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("ends with a sentence when it takes too long", async () => {
    const { projectId, ctx } = await makeScene();
    const { loadMaterial } = await import("./internal/run/load-material.ts");
    const material = await inOrganization(ctx, (inside) => loadMaterial(inside, projectId));
    const { SteeringNote } = await import("#domain/planning/steer.ts");
    const note = SteeringNote.parse({ id: "n", text: "Shorter.", directive: { kind: "SHORTER" } });
    await expect(planInThread({ material, note }, { mostSeconds: 0.001 })).rejects.toMatchObject({
      code: "NOT_NOW",
      message: expect.stringMatching(/took too long/),
    });
  });
});
