import type { Surprises } from "./editors-round.ts";
import type { Judged, Judgement } from "./judge-season.ts";
import type { ToldSeason } from "./read-season.ts";

const WIDTHS = { note: 44, understood: 38, reason: 70 };

/** Prints every note with what became of it, and what was found against the season. */
export function printSeason({ judged, faults }: Judgement, told: ToldSeason, surprises: Surprises): void {
  console.log(
    "\nnote  by     it says · understood as · planned for · outcome · reason · measured in the stored blocks",
  );
  for (const each of judged) for (const line of sayNote(each)) console.log(line);
  console.log("\nepisode  new, updated, resolved · repetition · citation");
  for (const { number, title, continuity, health } of told.episodes) {
    const count = (wanted: string) => continuity.filter(({ kind }) => kind === wanted).length;
    console.log(
      `${String(number).padStart(2)}  ${count("ADDS")}, ${count("UPDATES")}, ${count("RESOLVES")} · ${percent(health?.repeatedShare)} · ${percent(health?.citedShare)} · ${title}`,
    );
  }
  for (const { note, what } of surprises) console.log(`an editor was needed: ${note} ${what}`);
  for (const fault of faults) console.log(`FAULT ${fault}`);
}

function sayNote({ script, note, plans }: Judged): string[] {
  const understood = `${note.intent ?? "?"} ${kindOf(note.directive)} ${note.topicTerms.join(", ")}`;
  const head = `${script.key}  ${script.by.padEnd(5)}  ${cut(script.text, WIDTHS.note)} · ${cut(understood, WIDTHS.understood)}`;
  const merged = note.mergedIntoId === null ? "" : " · merged";
  const end = `${head}${merged} · ${note.status} · ${cut(note.reason ?? "", WIDTHS.reason)}`;
  return [
    end,
    ...plans.map(
      ({ episode, outcome, reason, found }) =>
        `             episode ${episode}: ${outcome}${found === null ? "" : ` · ${found.says}`}${reason === null ? "" : ` · ${cut(reason, WIDTHS.reason)}`}`,
    ),
  ];
}

function kindOf(directive: unknown): string {
  return typeof directive === "object" && directive !== null && "kind" in directive
    ? String(directive.kind)
    : "";
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

function percent(share: number | undefined): string {
  return share === undefined ? "–" : `${(share * 100).toFixed(1)} %`;
}
