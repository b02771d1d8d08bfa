import { z } from "zod";

/** What a person calls a passkey, to know it again in the list. */
export const PasskeyName = z
  .string()
  .trim()
  .min(1, "Give the passkey a name, such as that of the device.")
  .max(60, "60 characters at most, please.");
