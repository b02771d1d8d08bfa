import { describe, expect, it } from "vitest";
import type { NoteStepKind } from "#platform/db/generated/client.ts";
import { describeNotification, type NoteNews } from "./describe-notification.ts";

const KINDS: Record<NoteStepKind, true> = {
  RECEIVED: true,
  EDITED: true,
  UNDERSTOOD: true,
  CORRECTED: true,
  MERGED: true,
  PARTED: true,
  CONTRADICTED: true,
  ACCEPTED: true,
  PLANNED: true,
  RELEASED: true,
  USED: true,
  PARTLY_USED: true,
  NOT_USED: true,
  DECLINED: true,
  REOPENED: true,
  STOPPED: true,
  WITHDRAWN: true,
};

const news: NoteNews = {
  kind: "PARTLY_USED",
  reason: "The sources have two lines about it.",
  note: { text: "More about\r\nferries, please", paraphrase: "More about ferries." },
  projectTitle: "Harbour",
  episode: { number: 4, title: "The quay" },
};

describe("a notification in words", () => {
  it("says what happened, in which episode, why, and of which note", () => {
    expect(describeNotification(news)).toEqual({
      subject: "Note used in part: More about ferries.",
      text: "It was used in part in episode 4, “The quay”.\n\nThe sources have two lines about it.\n\nYour note in “Harbour”: “More about ferries, please”",
    });
    const unnamed = describeNotification({ ...news, episode: { number: 4, title: null } });
    expect(unnamed.text).toContain("in episode 4.");
  });

  it.each(Object.keys(KINDS) as NoteStepKind[])(
    "has words for the step %s, and a subject of one short line",
    (kind) => {
      const hostile = "Bcc: all@example.test\r\n\r\n<b>\u2028".repeat(50);
      const note = { text: hostile, paraphrase: null };
      const { subject, text } = describeNotification({
        ...news,
        kind,
        note,
        projectTitle: hostile,
        reason: null,
      });
      expect(subject).toMatch(/^[A-Z][^\p{Cc}\p{Zl}]+$/u);
      expect(subject.length).toBeLessThan(110);
      expect(text).toMatch(/^[A-Z][^\n]+\.\n\nYour note in “[^\n]+$/);
    },
  );
});
