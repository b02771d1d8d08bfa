import { EmptyState } from "#ui/empty-state.tsx";

/** For a member whose access was narrowed to projects of which none is left. */
export function NothingChosen({ organization }: { organization: string }) {
  return (
    <EmptyState title="There is no project for you to see">
      Your access in {organization} is limited to chosen projects, and none of them is left. Ask an
      administrator there to choose others for you.
    </EmptyState>
  );
}
