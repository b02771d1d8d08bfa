interface NoteSentProps {
  /** Null while there is none: the script fills it in. */
  href: string | null;
}

/** What happens with a note that was sent, and where to follow it. */
export function NoteSent({ href }: NoteSentProps) {
  return (
    <div data-note-sent hidden={href === null} tabIndex={-1} role="status" className="outline-none">
      <p className="font-medium">Received.</p>
      <p className="mt-1 max-w-[60ch] text-soft">
        In a few seconds its page says how it was understood, and you can put that right. Then it is planned
        for the next episode that is begun, and you are told whether it was used, and where.
      </p>
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
        <a data-note-link className="link" href={href ?? ""}>
          Follow this note
        </a>
      </p>
    </div>
  );
}
