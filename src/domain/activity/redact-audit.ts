import type { AuditEntry } from "./record-audit.ts";

/** `keep`: as it is, cut where it is long. `hide`: only how long it was. `drop`: only that there was something. */
type Treatment = "keep" | "hide" | "drop";

/**
 * What the audit log may hold of a field, by its name. It can't be taken out of the log again, so what people write and what opens
 * doors stays outside; for any other field, what follows from its name and value decides.
 */
const FIELDS: Readonly<Record<string, Treatment>> = {
  // What a thing is called is how its row is recognised.
  title: "keep",
  name: "keep",
  fileName: "keep",
  // What a series is to be: the organisation's, and of use to whoever reads the log.
  goal: "keep",
  audience: "keep",
  // Named like a secret and none.
  occurrenceKey: "keep",
  recoveryCodesLeft: "keep",
  // What a person wrote, or is called.
  answer: "hide",
  body: "hide",
  description: "hide",
  guidelines: "hide",
  instructions: "hide",
  markdown: "hide",
  message: "hide",
  note: "hide",
  notes: "hide",
  paraphrase: "hide",
  passage: "hide",
  personName: "hide",
  query: "hide",
  question: "hide",
  quote: "hide",
  text: "hide",
  voice: "hide",
};

const SECRET_WORDS =
  /^(authenticator|authorization|challenge|code|codes|cookie|credential|credentials|digest|hash|hashes|otp|passphrase|password|passwords|pin|private|salt|seal|sealed|secret|secrets|seed|signature|token|tokens)$/;
/** Bounded, as an address is (RFC 5321, section 4.5.3.1): a long text can't make it slow. */
const ADDRESS = /([\p{L}\p{N}])[\p{L}\p{N}._%+'-]{0,64}@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*)/gu;

const LONGEST_TEXT = 80;
const LONGEST_LIST = 400;
const DEEPEST = 6;

/** What `recordAudit` may write of an entry. Pure; the result is what JSON can hold, so that its hash is that of what is stored. */
export function redactAudit({ action, targetType, targetId, before, after }: AuditEntry) {
  return {
    action,
    targetType,
    targetId: maskAddresses(targetId),
    before: before ? safe(asJson(before), 0) : null,
    after: after ? safe(asJson(after), 0) : null,
  };
}

/** `ada.lovelace@example.org` → `a…@example.org`, wherever in a text it stands. */
export function maskAddresses(text: string): string {
  return text.replace(ADDRESS, "$1…@$2");
}

/** Dates become text and what is undefined goes, as it would on the way into the database. */
function asJson(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}

function safe(value: unknown, depth: number): unknown {
  if (typeof value === "string") return shorten(maskAddresses(storable(value)));
  if (typeof value !== "object" || value === null) return value;
  if (depth >= DEEPEST) return "[more, left out]";
  if (Array.isArray(value)) {
    const kept = value.slice(0, LONGEST_LIST).map((each) => safe(each, depth + 1));
    const rest = value.length - kept.length;
    return rest > 0 ? [...kept, `[${rest} more]`] : kept;
  }
  return Object.fromEntries(
    Object.entries(value).map(([field, held]) => [
      shorten(maskAddresses(storable(field))),
      treat(field, held, depth),
    ]),
  );
}

function treat(field: string, held: unknown, depth: number): unknown {
  if (held === null || typeof held === "boolean") return held;
  const treatment = FIELDS[field] ?? (isSecret(field) ? "drop" : "keep");
  if (treatment === "drop") return "[left out]";
  if (treatment === "keep") return safe(held, depth + 1);
  const length = [...(typeof held === "string" ? held : JSON.stringify(held))].length;
  return `[${length} ${length === 1 ? "character" : "characters"}]`;
}

/** By the words of a name in any of its spellings: `newPassword`, `reset_token`, `API-Key`; `keyId` is none. */
function isSecret(field: string): boolean {
  const words = field.replace(/([a-z0-9])([A-Z])/g, "$1 $2").split(/[^A-Za-z0-9]+/);
  return words.some((word) => SECRET_WORDS.test(word.toLowerCase())) || /^keys?$/i.test(words.at(-1) ?? "");
}

/** PostgreSQL's JSON holds neither NUL nor half of a pair. */
function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

function shorten(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const characters = [...text.slice(0, 4 * LONGEST_TEXT)];
  return characters.length > LONGEST_TEXT ? `${characters.slice(0, LONGEST_TEXT - 1).join("")}…` : text;
}
