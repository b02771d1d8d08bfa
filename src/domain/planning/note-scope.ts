import { z } from "zod";

/** How long a note applies. A date means that day too, in the zone of the project's cadence. */
export const NoteScopeInput = {
  scope: z.enum(["NEXT_EPISODE", "UNTIL_DATE", "ALWAYS"]),
  untilDate: z.iso.date("Give a date.").optional(),
};
