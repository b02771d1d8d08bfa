import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeCall, makeLedger } from "#testing/factories/make-call.ts";
import { asMember } from "#testing/factories/make-organization.ts";
import { getCall } from "./get-call.ts";
import { listCalls } from "./list-calls.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function makeScene() {
  const made = await makeLedger(database);
  const longAgo = new Date("2020-02-03T04:05:06Z");
  await makeCall(made.ctx, { callKey: "old", projectId: made.projectId, occurredAt: longAgo });
  await makeCall(made.ctx, { callKey: "new" });
  const { calls } = await listCalls(made.ctx, { from: "2020-02-03", until: "2020-02-03" });
  return { made, listed: calls[0], callId: calls[0]?.id ?? "" };
}

it("one call is told as in the list, however long ago it was made", async () => {
  const { made, listed, callId } = await makeScene();
  expect(await getCall(made.ctx, { callId })).toEqual(listed);
  expect(listed).toMatchObject({ callKey: "old", project: { title: "Quay" } });
});

it("what is not there, what is another organization's and what an editor asks for is refused", async () => {
  const { made, callId } = await makeScene();
  await expect(getCall(made.ctx, { callId: randomUUID() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(getCall(made.ctx, { callId: "1" })).rejects.toMatchObject({ code: "INVALID" });
  const stranger = await makeLedger(database);
  await expect(getCall(stranger.ctx, { callId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(getCall(await asMember(made, "EDITOR"), { callId })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
