import type { NotePreview } from "#domain/episodes/preview-note.ts";
import { formatMoney } from "#ui/format/format-money.ts";
import { Stat, Stats } from "#ui/stat.tsx";
import { sayChange, sayMinutes, sayShare } from "../say-preview.ts";

/** Length, share of the topic and cost of the next episode, without the note and with it. */
export function PreviewFigures({ preview }: { preview: NotePreview }) {
  const { minutes, share, cost } = preview;
  const changed = preview.changes.filter(({ kind }) => kind !== "STAYS").length;
  return (
    <Stats>
      <Stat label="Reading time" value={sayChange(sayMinutes(minutes.without), sayMinutes(minutes.with))} />
      <Stat label="Sections that change" value={changed} />
      {share ? (
        <Stat
          label="About its subject"
          value={sayChange(sayShare(share.without), sayShare(share.with))}
          note="of the words"
        />
      ) : null}
      {cost ? <CostStat cost={cost} /> : null}
    </Stats>
  );
}

function CostStat({ cost }: { cost: NonNullable<NotePreview["cost"]> }) {
  switch (cost.by) {
    case "free":
      return (
        <Stat label="Cost of the episode" value={formatMoney(0n)} note="The built-in writer costs nothing." />
      );
    case "nothing":
      return (
        <Stat label="Cost of the episode" value="Not known" note="No model is chosen, or it has no price." />
      );
    case "past":
    case "worst": {
      const [without = 0n, withIt = 0n] = cost.nanos;
      const basis =
        cost.by === "worst"
          ? "at most, by present prices"
          : `by what the last ${cost.episodes === 1 ? "episode" : `${cost.episodes} episodes`} cost`;
      return (
        <Stat
          label="Cost of the episode"
          value={sayChange(formatMoney(without), formatMoney(withIt))}
          note={basis}
        />
      );
    }
  }
}
