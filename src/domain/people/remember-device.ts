import type { System } from "#platform/system.ts";
import { deviceTokenWith } from "./internal/password/device-token.ts";

/**
 * The token that makes a browser known to the account that signed in there, by whatever way: its guesses at the password are counted
 * apart from everybody else's, so that who attacks the account can't shut its owner out. `deviceToken` is the one that the browser has.
 */
export function rememberDevice(system: System, userId: string, deviceToken: string | undefined): string {
  return deviceTokenWith(system.keys, userId, deviceToken);
}
