import { z } from "zod";

/** What code measured of a note in one episode, as stored. */
export const NoteMeasure = z.object({ name: z.string(), before: z.number(), after: z.number() }).nullable();
