import { expect, it } from "vitest";
import { ModelCallError } from "../../model-call-error.ts";
import { withDeadline } from "./with-deadline.ts";

const untilStopped = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

it("a step that takes too long ends as a time-out", async () => {
  await expect(withDeadline(undefined, untilStopped, 5)).rejects.toMatchObject({ problem: "TIMEOUT" });
  const stopped = async (signal: AbortSignal) => {
    await untilStopped(signal).catch(() => undefined);
    throw new ModelCallError("STOPPED", "The call was stopped.");
  };
  await expect(withDeadline(undefined, stopped, 5)).rejects.toMatchObject({ problem: "TIMEOUT" });
});

it("a step that nobody waits for any more ends as stopped, whatever it was about", async () => {
  const lease = new AbortController();
  const ended = withDeadline(lease.signal, untilStopped);
  lease.abort(new Error("The lease was lost"));
  await expect(ended).rejects.toMatchObject({ problem: "STOPPED", cause: lease.signal.reason });
});

it("begins nothing for who has left already, and lets every other error through", async () => {
  const begun = withDeadline(AbortSignal.abort(), async () => expect.fail("nothing was to begin"));
  await expect(begun).rejects.toMatchObject({ problem: "STOPPED" });
  const full = new ModelCallError("OVER_BUDGET", "There is no room.");
  await expect(withDeadline(undefined, () => Promise.reject(full))).rejects.toBe(full);
});
