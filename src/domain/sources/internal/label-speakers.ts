import type { Utterance } from "../turn.ts";

/** "Dr. Jane O'Neil", "SPEAKER_00", "Ludwig van der Berg", "Speaker 1 (remote)"; at most five words. */
const WORD = String.raw`(?:\p{Lu}|\p{Lt}|\p{Lo}|\p{N})[\p{L}\p{M}\p{N}.'’_&/-]*|\([^():\n]{1,30}\)|(?:van|von|de|del|della|der|den|di|da|dos|la|le|el|al|bin|ibn|of|the|and|y|zu|ter)`;
const LABEL = new RegExp(String.raw`^((?:${WORD})(?:[ \t]+(?:${WORD})){0,4})[ \t]*[:：](?:\s+|$)`, "u");
const CHANGE = /^[ \t]*(?:>{2,}|[-–—])[ \t]*(?=\S)/;

/**
 * Finds who speaks by "Name:" in front of the words, for transcripts without voice tags. A name counts when it comes
 * back, is in capitals, or when most cues have one: a single "Note: bring snacks" makes no speaker.
 * An unlabelled line goes on in the voice before it, unless a dash or ">>" says that somebody else begins.
 */
export function labelSpeakers(utterances: Utterance[]): Utterance[] {
  const lines = utterances.flatMap(splitLines);
  const counts = new Map<string, number>();
  for (const line of lines) {
    const name = labelOf(line.text);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const labelled = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const isMostly = labelled * 2 >= utterances.length;
  const isSpeaker = (name: string) =>
    isMostly || (counts.get(name) ?? 0) > 1 || /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u.test(name);

  let current: string | null = null;
  return lines.map((line) => {
    const name = labelOf(line.text);
    if (name !== null && isSpeaker(name)) {
      current = name;
      return { ...line, speaker: name, text: line.text.replace(LABEL, ""), startsTurn: true };
    }
    if (line.startsTurn) current = null;
    return { ...line, speaker: current };
  });
}

/** A cue in several voices has a line for each; lines of one voice stay together. */
function splitLines(utterance: Utterance): Utterance[] {
  const lines: Utterance[] = [];
  const dashes = utterance.text.split("\n").filter((line) => CHANGE.test(line)).length;
  for (const raw of utterance.text.split("\n")) {
    // One dash alone is punctuation; two in a cue, or ">>", are voices.
    const isChange = CHANGE.test(raw) && (dashes > 1 || raw.trimStart().startsWith(">>"));
    const text = isChange ? raw.replace(CHANGE, "") : raw.trimStart();
    const last = lines.at(-1);
    if (last === undefined || isChange || labelOf(text) !== null)
      lines.push({ ...utterance, text, startsTurn: isChange });
    else last.text += `\n${text}`;
  }
  return lines;
}

function labelOf(text: string): string | null {
  return LABEL.exec(text)?.[1] ?? null;
}
