import { z } from "zod";

/** What a person is called: one line that says something. PostgreSQL stores neither NUL nor half a surrogate pair. */
export const PersonName = z
  .string("Please give your name.")
  .trim()
  .min(1, "Please give your name.")
  .max(120, "120 characters at most, please.")
  .refine(
    (name) => name.isWellFormed() && !/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(name),
    "The name must fit on one line, without control characters.",
  );
