import { expect, it } from "vitest";
import { draftKey, dropDraft, keepDraft, type NoteDraft, placeFor, readDraft } from "./note-draft.ts";

const DRAFT: NoteDraft = {
  text: "More of the harbour.",
  scope: "ALWAYS",
  untilDate: "",
  about: "block",
  place: { episodeId: "e", episodeTitle: "One", blockId: "b", blockWords: "The pilot" },
  submissionKey: "k",
};

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

it("is kept for one project and one person until it is dropped", () => {
  const store = memory();
  keepDraft(store, draftKey("p", "ines"), DRAFT);
  expect(readDraft(store, draftKey("p", "ines"))).toEqual(DRAFT);
  expect(readDraft(store, draftKey("p", "noor"))).toBeNull();
  expect(readDraft(store, draftKey("q", "ines"))).toBeNull();
  dropDraft(store, draftKey("p", "ines"));
  expect(readDraft(store, draftKey("p", "ines"))).toBeNull();
});

it("is none without a word, and none where something else was kept", () => {
  const store = memory();
  keepDraft(store, "k", DRAFT);
  keepDraft(store, "k", { ...DRAFT, text: "  \n" });
  expect(readDraft(store, "k")).toBeNull();
  for (const other of ["{", "[]", '"x"', '{"text":3}']) {
    store.setItem("k", other);
    expect(readDraft(store, "k")).toBeNull();
  }
});

it("does without a browser that keeps nothing", () => {
  const broken = {
    getItem: () => {
      throw new Error("denied");
    },
    setItem: () => {
      throw new Error("full");
    },
    removeItem: () => {
      throw new Error("denied");
    },
  };
  expect(() => keepDraft(broken, "k", DRAFT)).not.toThrow();
  expect(() => dropDraft(broken, "k")).not.toThrow();
  expect(readDraft(broken, "k")).toBeNull();
});

it("goes on where it was begun, unless somebody points at something else", () => {
  expect(placeFor(DRAFT, { episodeId: "other" })).toEqual({ place: DRAFT.place, about: "block" });
  const marked = { episodeId: "e", blockId: "c", passage: "words" };
  expect(placeFor(DRAFT, marked)).toEqual({ place: marked, about: "passage" });
  expect(placeFor(null, { episodeId: "e" })).toEqual({ place: { episodeId: "e" }, about: "episode" });
  expect(placeFor(null, {})).toEqual({ place: {}, about: "project" });
});
