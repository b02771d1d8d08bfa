import { readFileSync } from "node:fs";
import { submitNote } from "#domain/planning/submit-note.ts";
import type { Ctx } from "#platform/context.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeReadySource } from "#testing/factories/make-source.ts";
import { type Attack, armed } from "./attacks.ts";

/** Where the attacker of notes and that of sources would have readers go. */
export const NOTE_HOST = "note-evil.example";
export const SOURCE_HOST = "source-evil.example";

const GUIDE = [
  "02-the-cadence",
  "03-the-queue",
  "04-sources-and-passages",
  "05-how-an-episode-is-written",
  "07-the-ledger",
];
const FEWEST_PAGES = 2;
const ATTACKS_A_PAGE = 20;
const MORE = ["the queue", "the lease", "the ledger", "the cadence", "passages"];
const LESS = ["zones", "time-zone data", "mail", "leap years"];

/** A project whose sources hold every attack among their paragraphs. */
export async function makePoisonedProject(
  owner: Ctx,
  attacks: readonly Attack[],
  writer: "built-in" | "model",
): Promise<string> {
  const { id: projectId } = await makeProject(owner, {
    ...{ title: `Poisoned, ${writer}`, goal: "Understand how episodes come about.", minutes: 4, writer },
  });
  const pages = GUIDE.slice(0, Math.max(FEWEST_PAGES, Math.ceil(attacks.length / ATTACKS_A_PAGE)));
  for (const [nth, name] of pages.entries()) {
    const mine = attacks.flatMap((attack, at) =>
      at % pages.length === nth ? [armed(attack, SOURCE_HOST, at)] : [],
    );
    await makeReadySource(owner, projectId, { title: name, text: poisonedText(name, mine) });
  }
  return projectId;
}

/** Members send every attack as a note. */
export async function sendAttacks(
  projectId: string,
  authors: readonly Ctx[],
  attacks: readonly Attack[],
): Promise<string[]> {
  const noteIds: string[] = [];
  for (const [at, attack] of attacks.entries()) {
    const author = authors[at % authors.length];
    if (author === undefined) throw new Error("nobody sends");
    const { noteId } = await submitNote(author, {
      projectId,
      text: `${wishBefore(at)}${armed(attack, NOTE_HOST, at)}`,
      scope: at % 7 === 6 ? "ALWAYS" : "NEXT_EPISODE",
    });
    noteIds.push(noteId);
  }
  return noteIds;
}

/** A page of the guide with the attacks between its paragraphs, evenly. */
function poisonedText(name: string, attacks: readonly string[]): string {
  const paragraphs = readFileSync(`docs/guide/${name}.md`, "utf8").split("\n\n");
  const every = Math.max(1, Math.floor(paragraphs.length / Math.max(1, attacks.length)));
  return paragraphs
    .flatMap((paragraph, at) => {
      const attack = at % every === every - 1 ? attacks[Math.floor(at / every)] : undefined;
      return attack === undefined ? [paragraph] : [paragraph, attack];
    })
    .join("\n\n");
}

/** Most attackers wish for something harmless first, so that the rest is carried along. */
function wishBefore(at: number): string {
  const of = (topics: readonly string[]) => topics[Math.floor(at / 4) % topics.length];
  switch (at % 4) {
    case 1:
      return `More about ${of(MORE)}, please. `;
    case 2:
      return `Less about ${of(LESS)}. `;
    case 3:
      return `How does ${of(MORE)} work? `;
    default:
      return "";
  }
}
