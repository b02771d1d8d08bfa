import { cite } from "../cite.ts";
import type { ReaderBlock } from "./reader-block.ts";
import { Why } from "./why.tsx";

interface BlockProps {
  block: ReaderBlock;
  /** Its footnote number; a block that rests on nothing has none. */
  number: number | undefined;
  projectId: string;
  /** Its sources can be opened. */
  maySee: { sources: boolean };
  /** Where a note on it is written. */
  noteHref: string;
}

/** One block with what it rests on beside it. A recall question's answer is folded and cites nothing before it is opened. */
export function Block({ block, number, projectId, maySee, noteHref }: BlockProps) {
  const { id, ordinal, type, html, origins } = block;
  const isCited = number !== undefined && type !== "RECALL";
  return (
    <section
      id={`block-${ordinal}`}
      data-block={ordinal}
      data-block-id={id}
      tabIndex={-1}
      className="reader-block"
    >
      <div
        className={`prose ${type.toLowerCase()}`}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised once, when it was stored
        dangerouslySetInnerHTML={{ __html: isCited ? cite(html, number) : html }}
      />
      <div className="block-margin text-sm text-soft">
        {number === undefined ? null : (
          <Why origins={origins} number={number} projectId={projectId} maySee={maySee} />
        )}
        <a href={noteHref} data-note className="block-note py-1 hover:text-ink">
          Write a note on this
        </a>
      </div>
    </section>
  );
}
