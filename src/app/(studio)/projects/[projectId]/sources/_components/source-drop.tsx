"use client";

import { FileText, Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { type DragEvent, useRef, useState } from "react";
import { Button } from "#ui/button.tsx";
import type { AddedSource } from "../added-source.ts";
import { sendFile } from "./send-file.ts";

interface Sending {
  id: number;
  name: string;
  /** From 0 to 1 while its bytes travel; then it is read on the server. */
  sent: number;
  outcome?: AddedSource;
}

/** Takes several files at once, sends them one by one and says of each what became of it. */
export function SourceDrop({ uploadUrl, limit }: { uploadUrl: string; limit: string }) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const count = useRef(0);
  const line = useRef(Promise.resolve());
  const [files, setFiles] = useState<Sending[]>([]);
  const [isOver, setIsOver] = useState(false);

  function add(list: FileList | null) {
    for (const file of list ?? []) {
      const id = count.current++;
      const change = (next: Partial<Sending>) =>
        setFiles((all) => all.map((one) => (one.id === id ? { ...one, ...next } : one)));
      setFiles((all) => [...all, { id, name: file.name, sent: 0 }]);
      line.current = line.current.then(async () => {
        change({ outcome: await sendFile(uploadUrl, file, (sent) => change({ sent })), sent: 1 });
        router.refresh();
      });
    }
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    add(event.dataTransfer.files);
  }

  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={onDrop}
        className={`grid justify-items-center gap-3 rounded-lg border border-dashed px-4 py-8 text-center ${isOver ? "border-accent bg-accent-wash" : "border-edge"}`}
      >
        <Upload aria-hidden className="size-5 text-soft" />
        <p>
          Drop files here, or{" "}
          <Button className="ml-1" onClick={() => input.current?.click()}>
            Choose files
          </Button>
        </p>
        <p className="text-sm text-soft">Markdown, text, WebVTT or SRT transcripts, up to {limit} each.</p>
        <input
          ref={input}
          type="file"
          multiple
          aria-label="Files to add"
          accept=".md,.markdown,.txt,.text,.vtt,.srt,text/*"
          onChange={(event) => {
            add(event.target.files);
            event.target.value = "";
          }}
          className="sr-only"
          tabIndex={-1}
        />
      </div>
      <ul aria-live="polite" className="mt-3 empty:hidden">
        {files.map((file) => (
          <li key={file.id} className="grid grid-cols-[auto_1fr] gap-x-2.5 border-b border-line py-2.5">
            <FileText aria-hidden className="mt-0.5 size-4 text-soft" />
            <span className="min-w-0 truncate">{file.name}</span>
            <FileState file={file} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function FileState({ file: { sent, outcome } }: { file: Sending }) {
  if (!outcome) {
    return (
      <span className="col-start-2 flex items-center gap-3 text-sm text-soft">
        <progress value={sent} max={1} className="stroke w-40 max-w-full" aria-label="Sent" />
        {sent < 1 ? `Sending, ${Math.round(sent * 100)} %` : "Being read"}
      </span>
    );
  }
  if (outcome.outcome === "ADDED") {
    return (
      <span className="col-start-2 text-sm text-good">
        Added. {outcome.warnings.map((warning) => `${warning} `)}
      </span>
    );
  }
  return (
    <span className={`col-start-2 text-sm ${outcome.outcome === "REFUSED" ? "text-bad" : "text-soft"}`}>
      {outcome.message}
    </span>
  );
}
