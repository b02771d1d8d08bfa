import type { ReactNode } from "react";

interface EmptyStateProps {
  /** What would be here. */
  title: ReactNode;
  /** Why it is empty. */
  children: ReactNode;
  /** The one thing to do about it. */
  action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="border-y border-line py-8">
      <p className="title text-lg">{title}</p>
      <p className="mt-1 max-w-[60ch] text-soft">{children}</p>
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  );
}
