import { cite } from "../cite.ts";
import type { ReaderBlock } from "./reader-block.ts";
import { Why } from "./why.tsx";

interface BlockProps {
  block: ReaderBlock;
  /** Its footnote number; a block that rests on nothing has none. */
  number: number | undefined;
  /** Given to those who may open the sources. */
  projectId: string | null;
}

/** One block with what it rests on beside it. A recall question's answer is folded and cites nothing before it is opened. */
export function Block({ block, number, projectId }: BlockProps) {
  const { ordinal, type, html, origins } = block;
  const isCited = number !== undefined && type !== "RECALL";
  return (
    <section id={`block-${ordinal}`} data-block={ordinal} tabIndex={-1} className="reader-block">
      <div
        className={`prose ${type.toLowerCase()}`}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised once, when it was stored
        dangerouslySetInnerHTML={{ __html: isCited ? cite(html, number) : html }}
      />
      {number === undefined ? null : <Why origins={origins} number={number} projectId={projectId} />}
    </section>
  );
}
