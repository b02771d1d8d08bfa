import { TextArea } from "#ui/field.tsx";
import { type FormState, typed } from "#ui/form-state.ts";
import { ABOUTS, type About, aboutsOf, type NotePlace, narrowest } from "./note-place.ts";
import { NoteScopeFields } from "./note-scope-fields.tsx";

interface NoteFieldsProps {
  /** Begins the ids, since a page may hold two of these forms. */
  id: string;
  projectTitle: string;
  /** Null in the dialog, which is drawn before anybody points at anything: its script chooses. */
  place: NotePlace | null;
  state: FormState;
  /** No date before it can be chosen. */
  today: string;
  /** Under which the note is one, however often it is sent. */
  submissionKey: string;
}

/** What a note is written in: its words, what it is about, how long it counts. Works with and without a script. */
export function NoteFields({ id, projectTitle, place, state, today, submissionKey }: NoteFieldsProps) {
  const offered = place === null ? ABOUTS : aboutsOf(place);
  const about = typed(state, "about", place ? narrowest(place) : "project");
  return (
    <>
      <TextArea
        name="text"
        id={`${id}-text`}
        label="Your note"
        required
        rows={4}
        className="max-h-72"
        hint="Ask for more or less of something, put a fact right, or ask a question."
        defaultValue={typed(state, "text")}
        error={state.fields?.text}
      />
      <fieldset data-note-abouts hidden={offered.length < 2}>
        <legend className="mb-1 font-medium">What it is about</legend>
        {offered.map((each) => (
          <label
            key={each}
            data-about={each}
            className="grid grid-cols-[auto_1fr] gap-x-2.5 border-b border-line py-2 last:border-0"
          >
            <input
              type="radio"
              name="about"
              value={each}
              defaultChecked={each === about}
              className="mt-[3px] size-4"
            />
            <AboutWords about={each} place={place ?? {}} projectTitle={projectTitle} />
          </label>
        ))}
      </fieldset>
      {(["episodeId", "blockId", "passage"] as const).map((name) => (
        <input key={name} type="hidden" name={name} defaultValue={place?.[name] ?? ""} />
      ))}
      <input type="hidden" name="submissionKey" defaultValue={typed(state, "submissionKey", submissionKey)} />
      <NoteScopeFields id={id} state={state} today={today} />
    </>
  );
}

interface AboutWordsProps {
  about: About;
  place: NotePlace;
  projectTitle: string;
}

/** Each says what it is, and shows it: the dialog's script fills in what is empty here. */
function AboutWords({ about, place, projectTitle }: AboutWordsProps) {
  const shown = {
    passage: place.passage,
    block: place.blockWords,
    episode: place.episodeTitle,
    project: projectTitle,
  };
  return (
    <span className="min-w-0">
      {SAYS[about]}
      <span data-shown className="line-clamp-3 text-sm text-soft empty:hidden">
        {shown[about]}
      </span>
    </span>
  );
}

const SAYS: Record<About, string> = {
  passage: "The words that you marked",
  block: "This block",
  episode: "This episode",
  project: "The whole series",
};
