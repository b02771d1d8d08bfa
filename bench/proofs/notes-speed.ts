import { fillNotes } from "../notes/fill-notes.ts";
import type { Proof } from "../proof.ts";
import { ask } from "../safety/ask.ts";
import { signIn } from "../safety/two-organizations.ts";
import { buildRoot, ROOT, type WebLab, withWebLab } from "../safety/web-lab.ts";

const NOTES = 5_000;
const TIMES = 30;
const WARM_UPS = 5;
const MOST_MILLISECONDS = 200;

interface Measured {
  what: string;
  path: string;
  kilobytes: number;
  p50: number;
  p95: number;
}

/** Asked of the production server, one request after the other; each is timed to its last byte, which is more than the first that counts. */
export const proof: Proof = {
  name: "notes-speed",
  says: "With 5,000 notes on a project every page of notes is served within 200 ms, 95 times of 100",
  quick: false,
  async run(args) {
    // The short form asks for fewer notes, fewer times.
    const [notes = NOTES, times = TIMES] = args.map(Number);
    await buildRoot();
    return withWebLab("notes-speed", ROOT, async (lab) => {
      const { ctx, ...filled } = await fillNotes(lab.database, lab.admin, notes);
      const cookie = await signIn(ctx);
      const measured: Measured[] = [];
      for (const [what, path] of Object.entries(await pagesOf(lab, cookie, filled)))
        measured.push(await measure(lab, cookie, { what, path, times }));
      measured.sort((a, b) => a.p95 - b.p95);
      console.log(`${"page".padEnd(44)} ${"kB".padStart(6)} ${"p50 ms".padStart(8)} ${"p95 ms".padStart(8)}`);
      for (const { what, kilobytes, p50, p95 } of measured) {
        const figures = [
          kilobytes.toFixed(0).padStart(6),
          p50.toFixed(0).padStart(8),
          p95.toFixed(0).padStart(8),
        ];
        console.log(`${what.padEnd(44)} ${figures.join(" ")}`);
      }
      const worst = measured.at(-1);
      return {
        ok: worst !== undefined && worst.p95 < MOST_MILLISECONDS,
        figure: `${measured.length} pages over ${notes} notes, ${times} requests each: the slowest, ${worst?.what}, takes ${worst?.p95.toFixed(0)} ms at the 95th percentile`,
      };
    });
  },
};

/** The pages by what they are; where a further page begins is read from the page before. */
async function pagesOf(
  lab: WebLab,
  cookie: string,
  { projectId, votedId, usedId }: { projectId: string; votedId: string; usedId: string },
): Promise<Record<string, string>> {
  const board = `/projects/${projectId}/notes`;
  const further = async (path: string, pages = 1): Promise<string> => {
    let address = path;
    for (let page = 0; page < pages; page += 1) {
      const { body } = await ask(lab.port, { path: address, headers: { cookie } });
      const [, next] = /href="([^"]*[?&;]after=[^"]*)"/.exec(body) ?? [];
      if (!next) throw new Error(`${address} has no further page.`);
      address = next.replaceAll("&amp;", "&");
    }
    return address;
  };
  return {
    "the board": board,
    waiting: `${board}?column=waiting`,
    planned: `${board}?column=planned`,
    used: `${board}?column=used`,
    declined: `${board}?column=declined`,
    "used, second page": await further(`${board}?column=used`),
    "declined, tenth page": await further(`${board}?column=declined`, 9),
    "the board by intent": `${board}?intent=LESS_OF`,
    "used by intent": `${board}?column=used&intent=ASK`,
    "waiting by what it waits for": `${board}?column=waiting&attention=UNCLEAR`,
    "used by a word that all have": `${board}?column=used&text=ferry`,
    "the board by a word that one has": `${board}?text=harbour+4321`,
    "the board by a word that none has": `${board}?text=volcano`,
    contradictions: `${board}/conflicts`,
    "a note that many ask for": `${board}/${votedId}`,
    "a note that changed blocks": `${board}/${usedId}`,
    "my notes": "/notes",
    home: "/",
    "the project": `/projects/${projectId}`,
  };
}

async function measure(
  lab: WebLab,
  cookie: string,
  { what, path, times }: { what: string; path: string; times: number },
): Promise<Measured> {
  const took: number[] = [];
  let bytes = 0;
  for (let index = -WARM_UPS; index < times; index += 1) {
    const began = performance.now();
    const { status, body } = await ask(lab.port, { path, headers: { cookie } });
    const milliseconds = performance.now() - began;
    if (status !== 200) throw new Error(`${what} (${path}) answers ${status}.`);
    bytes = body.length;
    if (index >= 0) took.push(milliseconds);
  }
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.ceil(took.length * share) - 1] ?? Number.POSITIVE_INFINITY;
  return { what, path, kilobytes: bytes / 1_000, p50: at(0.5), p95: at(0.95) };
}
