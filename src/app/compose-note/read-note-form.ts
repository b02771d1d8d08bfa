import { ABOUTS } from "./note-place.ts";

const KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SCOPES = ["NEXT_EPISODE", "UNTIL_DATE", "ALWAYS"] as const;

/** What a note's form holds, as `submitNote` takes it: only as much of its place as its author chose to be about. */
export function readNoteForm(form: FormData, projectId: string) {
  const text = (name: string) => String(form.get(name) ?? "");
  const about = ABOUTS.find((each) => each === text("about")) ?? "project";
  const scope = SCOPES.find((each) => each === text("scope")) ?? "NEXT_EPISODE";
  const reaches = (least: (typeof ABOUTS)[number]) => ABOUTS.indexOf(about) <= ABOUTS.indexOf(least);
  return {
    projectId,
    text: text("text"),
    scope,
    ...(scope === "UNTIL_DATE" ? { untilDate: text("untilDate") } : {}),
    ...(reaches("episode") && text("episodeId") ? { episodeId: text("episodeId") } : {}),
    ...(reaches("block") && text("blockId") ? { blockId: text("blockId") } : {}),
    ...(reaches("passage") && text("passage") ? { passage: text("passage") } : {}),
    ...(KEY.test(text("submissionKey")) ? { submissionKey: text("submissionKey") } : {}),
  };
}
