/** Why a browser gave no passkey, in words for the person who waits (WebAuthn, level 3, sections 5.1.3 and 5.1.4). */
export function sayPasskeyProblem(error: unknown): string {
  const { name, code } =
    error instanceof Error ? (error as Error & { code?: unknown }) : { name: "", code: "" };
  if (code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED" || name === "InvalidStateError") {
    return "This device holds a passkey of yours already.";
  }
  if (name === "NotAllowedError" || name === "AbortError") {
    return "No passkey was chosen, or it took too long. Try again.";
  }
  if (name === "SecurityError") {
    return "Passkeys work only at the address that Episodic was set up for, and over https. Open it there.";
  }
  return "This browser could not do that with a passkey. Try another browser or device.";
}
