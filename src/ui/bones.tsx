import { Page } from "./page-header.tsx";

/** A line of text that is not there yet. `width` is a Tailwind class. */
function Bone({ width, height = "h-4" }: { width: string; height?: string }) {
  return <span aria-hidden className={`bone block ${height} ${width}`} />;
}

/** A page of a heading and a list, while it loads. */
export function ListBones({ rows = 6 }: { rows?: number }) {
  return (
    <div role="status" aria-label="Loading" className="border-t border-line">
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <div key={index} className="space-y-2 border-b border-line py-4">
          <Bone width="w-2/3" height="h-5" />
          <Bone width="w-1/3" />
        </div>
      ))}
    </div>
  );
}

/** A whole page of that shape. */
export function PageBones({ rows = 6 }: { rows?: number }) {
  return (
    <Page>
      <div className="mb-8 space-y-3">
        <Bone width="w-72" height="h-9" />
        <Bone width="w-96" />
      </div>
      <ListBones rows={rows} />
    </Page>
  );
}
