import { z } from "zod";

/**
 * One e-mail address, lower-cased, in the letters that every mail server takes: an address that only looks like another one (а for a,
 * K for K) is none, nor is a list of them. Blanks around it are forgiven, line breaks are not.
 */
export const EmailAddress = z
  .string()
  .max(254, "That is too long for an address.")
  .refine(isOneAddress, "Please give one e-mail address, such as ines@example.org.")
  .transform((given) => given.trim().toLowerCase());

const LOCAL = "[\\w!#$%&'*+/=?^`{|}~-]+(?:\\.[\\w!#$%&'*+/=?^`{|}~-]+)*";
const LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const ONE_ADDRESS = new RegExp(`^ *(?=[^@]{1,64}@)${LOCAL}@(?:${LABEL}\\.)+(?=[^.]*[A-Za-z])${LABEL} *$`);

function isOneAddress(given: string): boolean {
  return ONE_ADDRESS.test(given) && !/[\r\n]/.test(given);
}
