/** An address as the audit log keeps it: who knows the person recognises it, and nobody else learns it. */
export function maskedAddress(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, 1)}…${email.slice(at)}`;
}
