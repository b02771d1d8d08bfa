import type { Brief } from "../../brief.ts";
import type { DraftBlock, DraftOrigin } from "../../writer.ts";

/** Names the notes and memories for which the passages behind a block were brought forward. */
export function creditWishes(brief: Brief, blocks: readonly DraftBlock[]): DraftBlock[] {
  const steeredBy = new Map(brief.candidates.map(({ id, steeredBy }) => [id, steeredBy ?? []]));
  const notes = new Set(brief.notes.map(({ id }) => id));
  return blocks.map((block) => {
    if (block.type !== "MARKDOWN" && block.type !== "QUOTE") return block;
    const ids = block.origins.flatMap((origin) =>
      origin.kind === "PASSAGE" ? (steeredBy.get(origin.passageId) ?? []) : [],
    );
    const credits = ids.map(
      (id): DraftOrigin => (notes.has(id) ? { kind: "NOTE", noteId: id } : { kind: "MEMORY", memoryId: id }),
    );
    return withOrigins(block, credits);
  });
}

/** The block with these origins besides its own, each once. */
export function withOrigins(block: DraftBlock, added: readonly DraftOrigin[]): DraftBlock {
  const keys = new Set(block.origins.map((origin) => JSON.stringify(origin)));
  const fresh = added.filter((origin) => {
    const key = JSON.stringify(origin);
    const isNew = !keys.has(key);
    keys.add(key);
    return isNew;
  });
  return fresh.length === 0 ? block : { ...block, origins: [...block.origins, ...fresh] };
}
