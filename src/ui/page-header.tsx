import type { ReactNode } from "react";

interface PageHeaderProps {
  title: ReactNode;
  /** What kind of thing this is, or where it belongs. */
  eyebrow?: ReactNode;
  /** A sentence or two. */
  children?: ReactNode;
  /** Buttons, at the right or below on a phone. */
  actions?: ReactNode;
}

export function PageHeader({ title, eyebrow, children, actions }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0">
        {eyebrow ? <p className="mb-0.5 text-xs tracking-wide text-soft">{eyebrow}</p> : null}
        <h1 className="title text-[1.75rem] leading-tight md:text-3xl">{title}</h1>
        {children ? <div className="mt-1.5 max-w-[62ch] text-soft">{children}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}

/** The frame of a page: one measure, room at the edges, and room for the bottom bar on a phone. */
export function Page({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={`mx-auto w-full px-4 pt-6 pb-28 outline-none sm:px-6 md:pt-8 md:pb-18 ${narrow ? "max-w-[44rem]" : "max-w-[70rem]"}`}
    >
      {children}
    </main>
  );
}

/** A part of a page under a quiet heading. */
export function Section({
  title,
  aside,
  children,
}: {
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="mt-8 first:mt-0">
      <div className="mb-3 flex items-baseline justify-between gap-4">
        <h2 className="text-base font-medium tracking-normal">{title}</h2>
        {aside ? <div className="text-sm text-soft">{aside}</div> : null}
      </div>
      {children}
    </section>
  );
}
