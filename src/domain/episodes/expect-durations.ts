import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { medianPhases } from "#domain/schedule/lead-time.ts";
import { measureRuns } from "./internal/measure-runs.ts";
import { usualSeconds } from "./internal/usual-seconds.ts";

/** What each phase of a run is expected to take, in seconds: what half of the last ones of the project by this writer took, or what is usual. */
export const expectDurations = query(
  { needs: "run.read", input: z.object({ projectId: z.uuid(), writer: z.string() }) },
  async (ctx, { projectId, writer }) =>
    medianPhases(await measureRuns(ctx, projectId, writer), usualSeconds(writer)),
);
