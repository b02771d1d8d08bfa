/** What is counted, and how much of it is allowed in a window that begins with the first. */
export interface Limit {
  points: number;
  perSeconds: number;
  /** What to say when it is reached, before "Try again in …". */
  says: string;
  /** What the key is: a network address is counted by the network that one subscriber has. */
  by?: "network";
  /** When the counter itself can't be reached: what guards a way in is refused, what is ordinary goes on. */
  whenBroken: "refuse" | "allow";
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const signIn = { whenBroken: "refuse" } as const;
const ordinary = { whenBroken: "allow" } as const;

/** The one table of limits. */
export const LIMITS = {
  signInMailPerAddress: {
    points: 5,
    perSeconds: 15 * MINUTE,
    says: "Enough mails were sent to this address for now.",
    ...signIn,
  },
  signInMailPerNetwork: {
    points: 30,
    perSeconds: 15 * MINUTE,
    says: "Enough sign-in mails were asked for from your network.",
    by: "network",
    ...signIn,
  },
  signInLinkPerNetwork: {
    points: 60,
    perSeconds: 15 * MINUTE,
    says: "Too many sign-in links were tried from your network.",
    by: "network",
    ...signIn,
  },
  /** By everybody whose browser never signed in to the account. */
  passwordPerAccount: {
    points: 10,
    perSeconds: 15 * MINUTE,
    says: "Too many passwords were tried for this address. Every other way of signing in still works.",
    ...signIn,
  },
  passwordPerAccountAndDay: {
    points: 100,
    perSeconds: DAY,
    says: "Too many passwords were tried for this address. Every other way of signing in still works.",
    ...signIn,
  },
  /** By one browser that did; it has a budget of its own, which a stranger can't use up. */
  passwordPerDevice: {
    points: 10,
    perSeconds: 15 * MINUTE,
    says: "Too many passwords were tried in this browser.",
    ...signIn,
  },
  /** Those that were right are given back: a whole office may come in at nine. */
  passwordPerNetwork: {
    points: 60,
    perSeconds: 15 * MINUTE,
    says: "Too many passwords were tried from your network.",
    by: "network",
    ...signIn,
  },
  secondFactor: {
    points: 10,
    perSeconds: HOUR,
    says: "Too many codes were tried.",
    ...signIn,
  },
  passkeyPerNetwork: {
    points: 60,
    perSeconds: 15 * MINUTE,
    says: "Too many passkeys were tried from your network.",
    by: "network",
    ...signIn,
  },
  providerPerNetwork: {
    points: 60,
    perSeconds: 15 * MINUTE,
    says: "Too many sign-ins were started from your network.",
    by: "network",
    ...signIn,
  },
  /** By the state of a handshake: each comes back once, whatever the service makes of a code that is used twice. */
  providerCallback: {
    points: 1,
    perSeconds: 15 * MINUTE,
    says: "This sign-in was used already.",
    ...signIn,
  },
  invitation: {
    points: 50,
    perSeconds: DAY,
    says: "This organisation has sent enough invitations for today.",
    ...ordinary,
  },
  upload: {
    points: 300,
    perSeconds: 10 * MINUTE,
    says: "You have added many files in a short time.",
    ...ordinary,
  },
  export: {
    points: 20,
    perSeconds: HOUR,
    says: "You have exported many times in a short time.",
    ...ordinary,
  },
  /** By each person: a note is read by others. */
  note: {
    points: 60,
    perSeconds: 10 * MINUTE,
    says: "You have sent many notes in a short time. What you wrote is still here.",
    ...ordinary,
  },
  /** By each person: each keeps a processor busy for a second or two. */
  previewNote: {
    points: 30,
    perSeconds: 10 * MINUTE,
    says: "You have tried out many notes in a short time.",
    ...ordinary,
  },
  /** By everybody of an organization together: each costs money. */
  tryModel: {
    points: 30,
    perSeconds: HOUR,
    says: "Your organisation has tried models many times in a short time.",
    ...ordinary,
  },
  /** A long log keeps the process busy for half a minute. */
  verifyAudit: {
    points: 20,
    perSeconds: HOUR,
    says: "The audit log was verified many times in a short time.",
    ...ordinary,
  },
  /** Every form that is sent, by the session that sends it. */
  action: {
    points: 240,
    perSeconds: MINUTE,
    says: "That was a great deal in one minute.",
    ...ordinary,
  },
  /** The same by everybody there, whether they hold a session or make one up. */
  actionPerNetwork: {
    points: 1200,
    perSeconds: MINUTE,
    says: "That was a great deal from your network in one minute.",
    by: "network",
    ...ordinary,
  },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;
