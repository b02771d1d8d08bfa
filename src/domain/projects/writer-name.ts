import { z } from "zod";

/** Who writes the episodes of a project: the program by itself, or a language model. */
export const WriterName = z.enum(["built-in", "model"]);
export type WriterName = z.infer<typeof WriterName>;
