import { PencilLine } from "lucide-react";
import Link from "next/link";
import { formatPlural } from "#ui/format/format-count.ts";
import { Mark } from "#ui/mark.tsx";

interface ReaderBarProps {
  projectId: string;
  projectTitle: string;
  minutes: number;
  noteHref: string;
}

/** The way back, and how much is left. */
export function ReaderBar({ projectId, projectTitle, minutes, noteHref }: ReaderBarProps) {
  return (
    <header className="flex h-[50px] items-center gap-5 border-b border-line px-4 md:px-8 print:hidden">
      <Link href="/" prefetch={false} aria-label="Episodic, home">
        <Mark className="h-[26px] w-auto" />
      </Link>
      <Link
        href={`/projects/${projectId}`}
        prefetch={false}
        className="min-w-0 truncate py-1 text-soft no-underline hover:text-ink"
      >
        {projectTitle}
      </Link>
      <span className="grow" />
      <span aria-hidden className="hidden text-sm text-soft lg:inline">
        <kbd className="key">j</kbd> <kbd className="key">k</kbd> by block <kbd className="key ml-2">?</kbd>
      </span>
      <a
        href={noteHref}
        data-note
        className="flex shrink-0 items-center gap-1.5 py-1 text-sm text-soft no-underline hover:text-ink"
      >
        <PencilLine aria-hidden className="size-4" />
        <span className="max-sm:sr-only">Write a note</span>
      </a>
      <span data-minutes-left className="text-sm whitespace-nowrap text-soft">
        {formatPlural(minutes, "minute")}
      </span>
    </header>
  );
}
