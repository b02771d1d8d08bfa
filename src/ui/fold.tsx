import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

interface FoldProps {
  title: ReactNode;
  /** Said beside the title while it is folded. */
  hint?: ReactNode;
  open?: boolean;
  children: ReactNode;
}

/** Something that not everybody needs, behind its title. Opens without a script. */
export function Fold({ title, hint, open = false, children }: FoldProps) {
  return (
    <details className="group border-y border-line py-3" open={open}>
      <summary className="flex items-center gap-1.5 font-medium">
        <ChevronRight aria-hidden className="size-4 text-soft transition-transform group-open:rotate-90" />
        {title}
        {hint ? (
          <span className="font-normal text-soft group-open:hidden max-sm:hidden">· {hint}</span>
        ) : null}
      </summary>
      <div className="pt-4 pb-2">{children}</div>
    </details>
  );
}
