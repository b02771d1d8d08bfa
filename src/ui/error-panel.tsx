import type { ReactNode } from "react";

interface ErrorPanelProps {
  /** The cause and the way out, in a sentence. */
  children: ReactNode;
  title?: ReactNode;
  /** What to quote when asking for help; it stands in the logs beside the cause. */
  id?: string | undefined;
  action?: ReactNode;
}

/** Says what went wrong where it went wrong. Announced as soon as it appears. */
export function ErrorPanel({ children, title, id, action }: ErrorPanelProps) {
  return (
    <div role="alert" className="border-l-2 border-bad bg-bad-wash px-4 py-3">
      {title ? <p className="font-medium">{title}</p> : null}
      <div className="max-w-[70ch]">{children}</div>
      {id ? (
        <p className="mt-1 text-sm text-soft">
          Error <code className="select-all">{id}</code>
        </p>
      ) : null}
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}
