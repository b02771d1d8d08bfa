import type { ComponentProps, ReactNode } from "react";

/** A table of hairlines. It scrolls inside itself where it is too wide, and can then be reached by keyboard. */
export function Table({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard (axe: scrollable-region-focusable)
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  );
}

const CELL = "border-b border-line px-3 py-2.5 align-baseline first:pl-0 last:pr-0";

type CellProps = Omit<ComponentProps<"td">, "className"> & {
  number?: boolean;
  /** Left out on a phone. */
  wide?: boolean;
};

function cellClass(number = false, wide = false): string {
  return `${CELL} ${number ? "text-right tabular-nums whitespace-nowrap" : "text-left"} ${wide ? "max-md:hidden" : ""}`;
}

export function Th({ number, wide, ...rest }: CellProps) {
  return <th scope="col" className={`${cellClass(number, wide)} text-sm font-normal text-soft`} {...rest} />;
}

export function Td({ number, wide, ...rest }: CellProps) {
  return <td className={cellClass(number, wide)} {...rest} />;
}

/** The cell that names its row. */
export function RowHead({ number, wide, ...rest }: CellProps) {
  return <th scope="row" className={`${cellClass(number, wide)} font-normal`} {...rest} />;
}
