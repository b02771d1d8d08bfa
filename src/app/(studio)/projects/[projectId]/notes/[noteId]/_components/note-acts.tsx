import { Fold } from "#ui/fold.tsx";
import type { NoteOnPage } from "../load-note.ts";
import { EditForm } from "./edit-form.tsx";
import { EndForm } from "./end-form.tsx";
import { ReopenForm } from "./reopen-form.tsx";

/** What can be done with the note besides: changed and withdrawn until it is planned, stopped when it stands for longer. */
export function NoteActs({ note, today }: { note: NoteOnPage; today: string }) {
  const { can, id, revision } = note;
  if (!can.change && !can.withdraw && !can.stop && !can.reopen) return null;
  return (
    <div className="[&>*+*]:-mt-px">
      {can.change ? (
        <Fold title="Change the note" hint="until it is planned">
          <EditForm key={revision} note={note} today={today} />
        </Fold>
      ) : null}
      {can.withdraw ? (
        <Fold title="Withdraw the note" hint="until it is planned">
          <EndForm note={{ id, revision }} how="withdraw" />
        </Fold>
      ) : null}
      {can.reopen ? (
        <Fold title="Open the note again">
          <ReopenForm note={{ id, revision }} />
        </Fold>
      ) : null}
      {can.stop ? (
        <Fold title="Stop the note">
          <EndForm note={{ id, revision }} how="stop" />
        </Fold>
      ) : null}
    </div>
  );
}
