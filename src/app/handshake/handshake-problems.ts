/** Why a handshake led nowhere, as our own addresses say it, and what people are told. What the service said is not repeated. */
export const HANDSHAKE_PROBLEMS = {
  denied: (name: string) => `You did not let ${name} tell us who you are, so nothing happened.`,
  stale: (name: string) =>
    `Going to ${name} and back took longer than fifteen minutes, or was begun in another window. Begin again.`,
  failed: (name: string) =>
    `What ${name} answered could not be trusted, so nothing happened. Begin again; if it goes on, tell whoever runs this installation.`,
  unavailable: (name: string) =>
    `${name} does not answer at this moment. Try again in a minute, or sign in another way.`,
  "not-connected": (name: string) =>
    `No account here is connected to that ${name} account. Sign in another way, then connect it under Ways to sign in.`,
  taken: (name: string) =>
    `That ${name} account is connected to another account here. Sign in with it and disconnect it there first.`,
} as const satisfies Record<string, (name: string) => string>;

/** With `not-proven` somebody is asked for the proof at once, and told nothing more. */
export type HandshakeProblem = keyof typeof HANDSHAKE_PROBLEMS | "not-proven";

/** The text for what stands in an address; null for whatever else stands there. */
export function problemText(problem: unknown, name: string): string | null {
  if (typeof problem !== "string" || !Object.hasOwn(HANDSHAKE_PROBLEMS, problem)) return null;
  return HANDSHAKE_PROBLEMS[problem as keyof typeof HANDSHAKE_PROBLEMS](name);
}
