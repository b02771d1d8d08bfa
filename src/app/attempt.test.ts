import { redirect } from "next/navigation";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "#platform/errors.ts";
import { log } from "#platform/log.ts";
import { attempt } from "./attempt.ts";

const given = vi.hoisted(() => {
  vi.stubEnv("ORIGIN", "https://episodic.test");
  return { headers: new Headers(), limitAction: vi.fn(async () => undefined) };
});
vi.mock("./limit-action.ts", () => ({ limitAction: given.limitAction }));
vi.mock("next/headers", () => ({ headers: async () => given.headers }));

beforeEach(() => {
  given.headers = new Headers({ origin: "https://episodic.test", "sec-fetch-site": "same-origin" });
});

function formOf(pairs: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}

const form = formOf([
  ["title", "Ferry"],
  ["days", "1"],
  ["days", "3"],
  ["$ACTION_ID_x", "y"],
]);
const typed = { title: "Ferry", days: ["1", "3"] };

describe("the attempt of an action", () => {
  it("says what was done, or nothing", async () => {
    expect(await attempt(form, async () => "Saved.")).toEqual({ done: "Saved." });
    expect(await attempt(form, async () => undefined)).toEqual({});
  });

  it("keeps what was typed when it is refused, and names the field", async () => {
    const refuse = async () => {
      throw new AppError("INVALID", "Give a goal.", { fields: { goal: "Give a goal." } });
    };
    expect(await attempt(form, refuse)).toEqual({
      message: "Give a goal.",
      fields: { goal: "Give a goal." },
      values: typed,
      isConflict: false,
    });
  });

  it("counts the fields where several are wrong, and marks what somebody else changed", async () => {
    const many = new AppError("INVALID", "First.", { fields: { a: "First.", b: "Second." } });
    expect(await attempt(form, () => Promise.reject(many))).toMatchObject({
      message: "2 fields need another look; each says why.",
    });
    const conflict = new AppError("CONFLICT", "Changed.", { fields: { a: "x", b: "y" } });
    expect(await attempt(form, () => Promise.reject(conflict))).toMatchObject({
      message: "Changed.",
      isConflict: true,
    });
  });

  it("tells of an error that is ours by an id that stands in the log, and by nothing else", async () => {
    const logged = vi.spyOn(log, "error").mockImplementation(() => undefined);
    for (const error of [new Error("password=hunter2"), new AppError("INTERNAL", "row 7 is broken")]) {
      const state = await attempt(form, () => Promise.reject(error));
      expect(state.errorId).toMatch(/^[0-9a-f]{8}$/);
      expect(JSON.stringify(state)).not.toMatch(/hunter2|row 7/);
      expect(state.values).toEqual(typed);
      expect(logged).toHaveBeenLastCalledWith({ err: error, errorId: state.errorId }, expect.any(String));
    }
    logged.mockRestore();
  });

  it("does not do what another site's page sent, and says where to go instead", async () => {
    const act = vi.fn(async () => "Saved.");
    for (const headers of [
      { origin: "https://evil.test" },
      { "sec-fetch-site": "cross-site" },
      { host: "x" },
    ]) {
      given.headers = new Headers(headers as Record<string, string>);
      expect(await attempt(form, act)).toEqual({
        message: "Open Episodic at https://episodic.test and try again there. Nothing was changed.",
        values: typed,
      });
    }
    expect(act).not.toHaveBeenCalled();
  });

  it("does not do what comes too often, and says when to try again", async () => {
    const act = vi.fn(async () => "Saved.");
    const message = "That was a great deal in one minute. Try again in 40 seconds.";
    given.limitAction.mockRejectedValueOnce(
      new AppError("LIMIT_REACHED", message, { retryAfterSeconds: 40 }),
    );
    expect(await attempt(form, act)).toMatchObject({ message, values: typed });
    expect(act).not.toHaveBeenCalled();
  });

  it("never sends a password back", async () => {
    const secret = formOf([
      ["address", "ines@example.test"],
      ["password", "Tokyo-Falafel-91"],
      ["currentPassword", "Tokyo-Falafel-90"],
    ]);
    const refused = attempt(secret, () => Promise.reject(new AppError("INVALID", "Wrong.")));
    expect((await refused).values).toEqual({ address: "ines@example.test" });
    const logged = vi.spyOn(log, "error").mockImplementation(() => undefined);
    expect(JSON.stringify(await attempt(secret, () => Promise.reject(new Error("x"))))).not.toMatch(
      /Falafel/,
    );
    logged.mockRestore();
  });

  it("lets a redirect through", async () => {
    await expect(attempt(form, async () => redirect("/projects"))).rejects.toThrow("NEXT_REDIRECT");
  });
});
