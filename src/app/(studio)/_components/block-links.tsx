import Link from "next/link";

interface BlockLinksProps {
  blocks: readonly { id: string; ordinal: number; episodeId: string }[];
}

/** The blocks that a note changed, each as the way to it: `blocks 3 and 4`. */
export function BlockLinks({ blocks }: BlockLinksProps) {
  if (blocks.length === 0) return null;
  return (
    <>
      {blocks.length === 1 ? "block " : "blocks "}
      {blocks.map(({ id, ordinal, episodeId }, index) => (
        <span key={id}>
          {separator(index, blocks.length)}
          <Link className="link" href={`/read/${episodeId}#block-${ordinal}`} prefetch={false}>
            {ordinal + 1}
          </Link>
        </span>
      ))}
    </>
  );
}

function separator(index: number, count: number): string {
  if (index === 0) return "";
  return index === count - 1 ? " and " : ", ";
}
