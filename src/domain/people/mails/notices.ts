/** What people are told by mail because somebody else may have done it, and how the mail says so. A new notice is a line here. */
export const NOTICES = {
  password_set: "A password was set for your account.",
  password_changed: "Your password was changed.",
  password_removed: "Your password was removed.",
  authenticator_app_added: "An authenticator app was added to your account.",
  authenticator_app_removed: "The authenticator app was removed from your account.",
  recovery_codes_renewed: "New recovery codes were made for your account; the earlier ones no longer work.",
  recovery_code_used: "One of your recovery codes was used to sign in.",
  passkey_added: "A passkey was added to your account.",
  passkey_removed: "A passkey was removed from your account.",
  provider_connected: "Another service was connected to your account for signing in.",
  provider_disconnected: "A service that you signed in with was disconnected from your account.",
  unproven_ways_in_closed:
    "You proved that this address is yours. The password or the connected services that were set before that were removed; you can set them again.",
  new_device: "Somebody signed in to your account in a browser that was not used before.",
} as const satisfies Record<string, string>;

export type Notice = keyof typeof NOTICES;
