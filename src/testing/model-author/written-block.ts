/** A block as a model writes it. */
export interface WrittenBlock {
  kind: string;
  text: string;
  passages: string[];
  answer: string;
  evidence: string;
  notes: string[];
}

/** One that rests on one passage. */
export const writtenBlock = (
  kind: string,
  text: string,
  label: string,
  answer = "",
  evidence = "",
): WrittenBlock => ({
  kind,
  text,
  passages: [label],
  answer,
  evidence,
  notes: [],
});
