import type { NoteStepKind } from "#platform/db/generated/client.ts";

/** A step in the life of a note, as its author is told of it. */
export interface NoteNews {
  kind: NoteStepKind;
  reason: string | null;
  note: { text: string; paraphrase: string | null };
  projectTitle: string;
  /** The episode that it is about; without its title until it can be read. */
  episode: { number: number | null; title: string | null } | null;
}

const LONGEST_IN_SUBJECT = 60;
const LONGEST_IN_TEXT = 300;

/** A notification in words, ready for a mail: a subject of one line, and a text without links or markup. */
export function describeNotification(news: NoteNews): { subject: string; text: string } {
  const { note, projectTitle } = news;
  const said = cut(oneLine(note.text), LONGEST_IN_TEXT);
  const { subject, text } = say(news);
  const why = news.reason ? `\n\n${news.reason}` : "";
  return {
    subject: `${subject}: ${cut(oneLine(note.paraphrase ?? note.text), LONGEST_IN_SUBJECT)}`,
    text: `${text}${why}\n\nYour note in “${oneLine(projectTitle)}”: “${said}”`,
  };
}

function say({ kind, note, episode }: NoteNews): { subject: string; text: string } {
  const where = nameOf(episode);
  switch (kind) {
    case "RECEIVED":
      return { subject: "Note received", text: "Your note was received." };
    case "EDITED":
      return { subject: "Note changed", text: "Your note was changed, and is read again." };
    case "UNDERSTOOD":
    case "CORRECTED": {
      const text = `It is understood as: ${oneLine(note.paraphrase ?? note.text)} If that is not what you mean, put it right on its page.`;
      return { subject: kind === "UNDERSTOOD" ? "Note understood" : "Note put right", text };
    }
    case "MERGED":
      return {
        subject: "Others ask for the same",
        text: "Another note asks for the same. Yours counts as a vote for it, and what becomes of it becomes of yours.",
      };
    case "PARTED":
      return { subject: "Note stands for itself", text: "Your note is not part of another one any more." };
    case "CONTRADICTED":
      return {
        subject: "Another note asks for the opposite",
        text: "Another note asks for the opposite. An editor chooses between the two.",
      };
    case "ACCEPTED":
      return { subject: "Note accepted", text: "Your note may be planned." };
    case "PLANNED":
      return { subject: "Note planned", text: `It is in the brief of ${where}.` };
    case "RELEASED":
      return {
        subject: "Note waits again",
        text: "The episode that it was planned for was not written. It counts for the next one.",
      };
    case "USED":
      return {
        subject: "Note used",
        text: episode ? `It was used in ${where}.` : "An editor has marked it as done.",
      };
    case "PARTLY_USED":
      return { subject: "Note used in part", text: `It was used in part in ${where}.` };
    case "NOT_USED":
      return {
        subject: "Note not used this time",
        text: `It was not used in ${where}. It still counts for the next.`,
      };
    case "DECLINED":
      return {
        subject: "Note declined",
        text: episode ? `It was not used in ${where}.` : "It was declined.",
      };
    case "REOPENED":
      return { subject: "Note reopened", text: "It was reopened, and counts for the next episode." };
    case "STOPPED":
      return { subject: "Note stopped", text: "It counts for no further episode." };
    case "WITHDRAWN":
      return { subject: "Note withdrawn", text: "It was withdrawn." };
  }
}

function nameOf(episode: NoteNews["episode"]): string {
  if (!episode?.number) return "the episode that is being written";
  const title = episode.title ? `, “${oneLine(episode.title)}”` : "";
  return `episode ${episode.number}${title}`;
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : text;
}
