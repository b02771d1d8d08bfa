import { z } from "zod";

/** How many episodes of each project will be written before the present day ends, and before the present month does. */
export const ComingSlots = z.array(
  z.object({ projectId: z.uuid(), untilDayEnd: z.int().min(0), untilMonthEnd: z.int().min(0) }),
);
export type ComingSlots = z.output<typeof ComingSlots>;
