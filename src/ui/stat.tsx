import type { ReactNode } from "react";

interface StatProps {
  label: ReactNode;
  value: ReactNode;
  note?: ReactNode;
}

/** A few figures in a row between two hairlines. */
export function Stats({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-5 border-y border-line py-6 md:grid-cols-4">{children}</dl>
  );
}

export function Stat({ label, value, note }: StatProps) {
  return (
    <div>
      <dt className="text-sm text-soft">{label}</dt>
      <dd className="title mt-1.5 text-2xl">{value}</dd>
      {note ? <dd className="mt-1 text-sm text-soft">{note}</dd> : null}
    </div>
  );
}
