import type { MemoryPage } from "#domain/planning/list-memories.ts";
import { SubmitButton } from "#ui/submit-button.tsx";

/** What is done with one memory most often, without choosing it first; inside a form of memories. */
export function OneAct({ memory }: { memory: MemoryPage["memories"][number] }) {
  const { id, status, isPinned, isExpired, text } = memory;
  const about = <span className="sr-only">: {text.slice(0, 80)}</span>;
  if (status === "PROPOSED") {
    return (
      <p className="flex flex-wrap gap-2 pt-1">
        <SubmitButton tone="plain" name="act" value={`approve:${id}`}>
          Approve{about}
        </SubmitButton>
        <SubmitButton tone="quiet" name="act" value={`reject:${id}`}>
          Reject{about}
        </SubmitButton>
      </p>
    );
  }
  if (status === "FORGOTTEN" && memory.isRestorable) {
    return (
      <p className="pt-1">
        <SubmitButton tone="plain" name="act" value={`restore:${id}`}>
          Take back{about}
        </SubmitButton>
      </p>
    );
  }
  if (status !== "ACTIVE" || isExpired) return null;
  return (
    <p className="-ml-3.5">
      <SubmitButton tone="quiet" name="act" value={`${isPinned ? "unpin" : "pin"}:${id}`}>
        {isPinned ? "Unpin" : "Pin"}
        {about}
      </SubmitButton>
    </p>
  );
}
