import { dropDraft, keepDraft, type NoteDraft, placeFor, readDraft } from "./note-draft.ts";
import { ABOUTS, type About, type NotePlace } from "./note-place.ts";
import { sendNote } from "./send-note.ts";

/** The parts of a form for notes, in the dialog or on its page. */
export interface NoteForm {
  form: HTMLFormElement;
  /** Holds the form and what is shown once it was sent. */
  around: HTMLElement;
  draftKey: string;
  /** Where it is sent. */
  url: string;
}

const attended = new WeakMap<HTMLFormElement, NotePlace>();

/** Fills the form with the draft, if there is one, and says what it is about. */
export function beginNote(note: NoteForm, pointed: NotePlace): void {
  const { form, around, draftKey } = note;
  const draft = readDraft(localStorage, draftKey);
  const { place, about } = placeFor(draft, pointed);
  attend(note);
  attended.set(form, place);
  if (field(form, "submissionKey").value === "") field(form, "submissionKey").value = newKey();
  if (draft && text(form).value === "") {
    text(form).value = draft.text;
    field(form, "untilDate").value = draft.untilDate;
    field(form, "submissionKey").value = draft.submissionKey;
    choose(form, "scope", draft.scope);
    say(around, "kept", "This is the draft that you began.");
  }
  showPlace(form, place, about);
  if (draft) keepDraft(localStorage, draftKey, draftOf(form));
  form.hidden = false;
  const sent = around.querySelector<HTMLElement>("[data-note-sent]");
  if (sent) sent.hidden = true;
  text(form).focus();
}

/** Listens to a form from now on: what is typed is kept, and it is sent without leaving the page. Once for each form. */
function attend(note: NoteForm): void {
  const { form, around, draftKey } = note;
  if (attended.has(form)) return;
  let wasSent = false;
  form.addEventListener("input", () => {
    // What was sent may have arrived, answer or not: other words are another note.
    if (wasSent) field(form, "submissionKey").value = newKey();
    wasSent = false;
    keepDraft(localStorage, draftKey, draftOf(form));
    say(around, "kept", text(form).value.trim() === "" ? "" : "Kept as a draft.");
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    wasSent = true;
    void submit(note);
  });
}

async function submit({ form, around, draftKey, url }: NoteForm): Promise<void> {
  if (form.hasAttribute("aria-busy")) return;
  form.setAttribute("aria-busy", "true");
  say(around, "note-problem", "");
  say(around, "kept", "Sending…");
  const answer = await sendNote(url, new FormData(form));
  form.removeAttribute("aria-busy");
  say(around, "kept", "");
  text(form).removeAttribute("aria-invalid");
  if ("problem" in answer) {
    say(around, "note-problem", answer.problem);
    const wrong = answer.field === "untilDate" ? field(form, "untilDate") : text(form);
    if (answer.field) wrong.setAttribute("aria-invalid", "true");
    wrong.focus();
    return;
  }
  dropDraft(localStorage, draftKey);
  form.reset();
  field(form, "submissionKey").value = newKey();
  showSent({ form, around }, `${url.replace(/\/send$/, "")}/${answer.noteId}`);
}

function showSent({ form, around }: Pick<NoteForm, "form" | "around">, href: string): void {
  const sent = around.querySelector<HTMLElement>("[data-note-sent]");
  if (!sent) return;
  sent.querySelector("[data-note-link]")?.setAttribute("href", href);
  form.hidden = true;
  sent.hidden = false;
  sent.focus();
}

/** Shows what the note can be about, and checks what it is about. */
function showPlace(form: HTMLFormElement, place: NotePlace, about: About): void {
  const shown = { passage: place.passage, block: place.blockWords, episode: place.episodeTitle };
  const has = { passage: place.passage, block: place.blockId, episode: place.episodeId, project: "always" };
  for (const each of ABOUTS) {
    const line = form.querySelector<HTMLElement>(`[data-about=${each}]`);
    if (!line) continue;
    line.hidden = !has[each];
    const words = line.querySelector("[data-shown]");
    if (words && each !== "project") words.textContent = shown[each] ?? "";
  }
  const abouts = form.querySelector<HTMLElement>("[data-note-abouts]");
  if (abouts) abouts.hidden = !place.episodeId;
  for (const name of ["episodeId", "blockId", "passage"] as const)
    field(form, name).value = place[name] ?? "";
  choose(form, "about", about);
}

function draftOf(form: HTMLFormElement): NoteDraft {
  const data = new FormData(form);
  const given = (name: string) => String(data.get(name) ?? "");
  return {
    text: text(form).value,
    scope: given("scope"),
    untilDate: given("untilDate"),
    about: ABOUTS.find((each) => each === given("about")) ?? "project",
    place: attended.get(form) ?? {},
    submissionKey: given("submissionKey"),
  };
}

function text(form: HTMLFormElement): HTMLTextAreaElement {
  return form.elements.namedItem("text") as HTMLTextAreaElement;
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}

function choose(form: HTMLFormElement, name: string, value: string): void {
  const choice = form.querySelector<HTMLInputElement>(`[name=${name}][value=${value || "none"}]`);
  if (choice) choice.checked = true;
}

function say(around: HTMLElement, where: string, words: string): void {
  const place = around.querySelector(`[data-${where}]`);
  if (place) place.textContent = words;
}

/** A random UUID; `crypto.randomUUID` is only there on pages that came over TLS. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
