import { expect, it } from "vitest";
import {
  afterEpisode,
  makeMaterial,
  makeSteeringNote,
  passagesIn,
  tellEpisode,
} from "#testing/make-material.ts";
import { builtInWriter } from "../../built-in-writer.ts";
import { checkDraft } from "../../check-draft.ts";

const YEARS = Array.from({ length: 40 }, (_, at) => 1801 + at * 3);
const THINGS = ["crane", "ferry", "quay", "pilot", "buoy", "barge", "lock", "mast"];
const text = YEARS.map(
  (year, at) =>
    `## Year ${year}\n\nIn ${year} the ${THINGS[at % 8]} of dock ${at + 1} was sold to a ${THINGS[(at * 3 + 1) % 8]} maker from harbour ${
      at * 7 + 2
    }, who paid ${year - 700} crowns, counted ${at + 31} ropes and moved to street number ${at * 11 + 5} with a family of ${at + 3}.`,
).join("\n\n");

it("a passage that is only put right is told later, and then with its correction", async () => {
  const material = await makeMaterial([{ fileName: "docks", text }], { minutes: 2 });
  const plain = await tellEpisode(builtInWriter, material);
  if (typeof plain === "string") throw new Error(plain);
  const untold = material.passages.findLast(({ id }) => !passagesIn(plain.draft).includes(id));
  if (untold === undefined) throw new Error("All is told in one episode.");
  const wrong = /In \d{4}/.exec(untold.text)?.[0] ?? null;
  const directive = {
    kind: "CORRECT" as const,
    passageIds: [untold.id],
    wrong,
    right: "It was a year later.",
  };
  const named = [{ passage: untold, toldIn: null }];
  const first = await tellEpisode(builtInWriter, {
    ...material,
    named,
    notes: [makeSteeringNote("n1", directive)],
  });
  if (typeof first === "string") throw new Error(first);
  expect(first.findings).toEqual([]);
  expect(first.episode.notes).toMatchObject([
    { outcome: "USED", reason: "The episode prints the correction." },
  ]);
  expect(JSON.stringify(first.draft.blocks)).toContain("It was a year later.");
  expect(passagesIn(first.draft)).not.toContain(untold.id);

  const corrections = [{ noteId: "n1", passageId: untold.id, wrong, right: directive.right }];
  let next = afterEpisode(material, first);
  for (let nth = 2; nth <= 12; nth++) {
    const told = await tellEpisode(builtInWriter, { ...next, named, corrections });
    if (typeof told === "string") throw new Error(`It was never told: ${told}`);
    expect(told.findings).toEqual([]);
    if (passagesIn(told.draft).includes(untold.id)) {
      expect(JSON.stringify(told.draft.blocks)).toContain("It was a year later.");
      const bare = told.draft.blocks.filter(
        (block) => !JSON.stringify(block).includes("It was a year later."),
      );
      expect(checkDraft(told.brief, { ...told.draft, blocks: bare }).map(({ code }) => code)).toContain(
        "CORRECTION",
      );
      return;
    }
    next = afterEpisode(next, told);
  }
  throw new Error("It was never told.");
});
