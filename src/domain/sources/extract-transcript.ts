import webvtt, { type Cue, type CueNode } from "webvtt-parser";
import entities from "webvtt-parser/html-entities.json" with { type: "json" };
import { AppError } from "#platform/errors.ts";
import { cleanText } from "./clean-text.ts";
import { dropRolledUpLines } from "./internal/drop-rolled-up-lines.ts";
import { labelSpeakers } from "./internal/label-speakers.ts";
import { mergeTurns } from "./internal/merge-turns.ts";
import { repairCues } from "./internal/repair-cues.ts";
import type { Turn, Utterance } from "./turn.ts";

/**
 * Reads WebVTT or SRT into turns in the order of their times. Speakers come from voice tags, or else from "Name:" in
 * front of the words.
 * Throws `AppError("INVALID")` when it holds no words; damage was refused by `readSource` before.
 */
export function extractTranscript(text: string): Turn[] {
  const { cues } = new webvtt.WebVTTParser(entities).parse(repairCues(text), "metadata");
  const rolledUp = dropRolledUpLines(cues);
  const voiced = rolledUp.flatMap((cue) => toUtterances(cue));
  const hasVoices = voiced.some((utterance) => utterance.speaker !== null);
  const utterances = hasVoices ? voiced : labelSpeakers(voiced);
  const turns = mergeTurns(utterances);
  if (turns.length === 0) {
    throw new AppError(
      "INVALID",
      "The transcript has times but no words. Export it again and check that it holds speech.",
    );
  }
  return turns;
}

function toUtterances(cue: Cue): Utterance[] {
  const times = { startMs: Math.round(cue.startTime * 1000), endMs: Math.round(cue.endTime * 1000) };
  const utterances: Utterance[] = [];
  const walk = (nodes: CueNode[], speaker: string | null) => {
    for (const node of nodes) {
      if (node.type === "object") walk(node.children ?? [], node.name === "v" ? nameOf(node) : speaker);
      if (node.type !== "text") continue;
      const last = utterances.at(-1);
      if (last !== undefined && last.speaker === speaker) last.text += node.value;
      else utterances.push({ speaker, ...times, text: String(node.value), startsTurn: false });
    }
  };
  walk(cue.tree.children, null);
  // An entity such as &#0; or &#xD800; can bring back what cleaning the file took out.
  return utterances.map((utterance) => ({ ...utterance, text: cleanText(utterance.text).text }));
}

/** A longer annotation is no name; the column and the page need a bound. */
const LONGEST_NAME = 80;

function nameOf(voice: CueNode): string | null {
  const name = cleanText(String(voice.value ?? ""))
    .text.trim()
    .replace(/\s+/g, " ");
  return name === "" ? null : name.slice(0, LONGEST_NAME).toWellFormed();
}
