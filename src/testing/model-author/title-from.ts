/** The first words of a sentence as a heading. */
export function titleFrom(sentence: string, words: number): string {
  const kept = sentence.match(/[\p{L}\p{N}](?:[\p{L}\p{N}’'-]|[.,](?=\p{N}))*/gu)?.slice(0, words) ?? [
    "Passage",
  ];
  return kept.join(" ");
}
