import { firstSource, lengthOf, meanBefore, quotationsIn, shareOf } from "./measure.ts";
import type { ToldEpisode, ToldNote, ToldSeason } from "./read-season.ts";
import type { ScriptedNote } from "./scripted-note.ts";

/** What was found about a wish in one episode: how it was before and is there, and whether it came true. */
export interface Found {
  says: string;
  isTrue: boolean;
  before: number | null;
  after: number | null;
}

/** Looks in the stored blocks of one episode whether a wish came true there, whatever the writer's judge has said. `since` is the first episode of a note that stands. */
export function findWish(
  { wish }: ScriptedNote,
  note: ToldNote,
  episode: ToldEpisode,
  { episodes }: ToldSeason,
  since: number,
): Found | null {
  const compared = (measure: (episode: ToldEpisode) => number, way: "up" | "down", unit: string): Found => {
    const before = meanBefore(episodes, since, measure);
    const after = measure(episode);
    // What was not told before can't be told less.
    const isAbsent = before === 0 && after === 0;
    const isTrue = before !== null && (way === "up" ? after > before : after < before || isAbsent);
    return { says: `${write(before, unit)} → ${write(after, unit)}`, isTrue, before, after };
  };
  const named = episode.blocks.filter(({ origins }) =>
    origins.some(({ planningNoteId }) => planningNoteId === note.id),
  );
  const shown = (isTrue: boolean, says: string): Found => ({ says, isTrue, before: null, after: null });
  switch (wish.kind) {
    case "MORE":
      return compared((one) => shareOf(wish.topic, one), "up", "%");
    case "LESS":
      return compared((one) => shareOf(wish.topic, one), "down", "%");
    case "SKIP": {
      const share = shareOf(wish.topic, episode);
      return shown(share === 0, share === 0 ? "not a word" : `${write(share, "%")} still`);
    }
    case "SHORTER":
      return compared(lengthOf, "down", "words");
    case "LONGER":
      return compared(lengthOf, "up", "words");
    case "QUOTATIONS":
      return compared(quotationsIn, "up", "quotations in 1,000 words");
    case "START_FROM": {
      const source = firstSource(episode);
      return shown(wish.source.test(source ?? ""), `begins with ${source}`);
    }
    case "ANSWER": {
      const isThere = named.some(({ markdown }) => wish.answer.test(markdown));
      return shown(
        isThere,
        isThere ? "the block named answers" : `no answer in ${named.length} blocks named`,
      );
    }
    case "CORRECT": {
      const isThere = named.some(({ markdown }) => wish.right.test(markdown));
      return shown(isThere, isThere ? "put right" : `not put right in ${named.length} blocks named`);
    }
    case "NOTHING":
      return null;
  }
}

function write(value: number | null, unit: string): string {
  if (value === null) return "nothing";
  if (unit === "%") return `${(value * 100).toFixed(1)} %`;
  return unit === "words" ? `${Math.round(value)} words` : `${value.toFixed(1)} ${unit}`;
}
