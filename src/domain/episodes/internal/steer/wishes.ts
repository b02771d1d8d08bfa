import type { Directive } from "#domain/planning/directive.ts";
import type { Material } from "../../writer.ts";

/** What a note or a memory asks of the writer. */
export interface Wish {
  id: string;
  directive: Directive;
  /** A memory steers more weakly than a note. */
  isMemory: boolean;
  isStanding: boolean;
  /** How many people ask for it. */
  votes: number;
}

/** All wishes, in the order in which they are served: notes that most people ask for, then memories as they are ranked. */
export function wishesOf({ notes, memories }: Pick<Material, "notes" | "memories">): Wish[] {
  const ofNotes = notes.map(({ id, directive, votes, isStanding }) => {
    return { id, directive, votes, isStanding, isMemory: false };
  });
  const ofMemories = memories.flatMap(({ id, directive }) =>
    directive === null ? [] : [{ id, directive, votes: 1, isStanding: true, isMemory: true }],
  );
  return [...ofNotes.toSorted((a, b) => b.votes - a.votes), ...ofMemories];
}

export type WishFor<Kind extends Directive["kind"]> = Wish & {
  directive: Extract<Directive, { kind: Kind }>;
};

/** Those that ask for one of these things. */
export function wishesFor<Kind extends Directive["kind"]>(
  wishes: readonly Wish[],
  ...kinds: Kind[]
): WishFor<Kind>[] {
  const isOne = (wish: Wish): wish is WishFor<Kind> => kinds.some((kind) => kind === wish.directive.kind);
  return wishes.filter(isOne);
}
