"use client";

import { type ReactNode, useState } from "react";
import { Button, type ButtonTone } from "./button.tsx";
import { Sheet } from "./sheet.tsx";

interface ConfirmButtonProps {
  label: ReactNode;
  tone?: ButtonTone;
  /** What the question is. */
  title: string;
  /** What the act will hit. */
  description: ReactNode;
  /** The form that does it. */
  children: ReactNode;
}

/** Asks before it acts: the button opens the question, and only the form inside acts. */
export function ConfirmButton({ label, tone = "plain", title, description, children }: ConfirmButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone={tone} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open ? (
        <Sheet title={title} description={description} onClose={() => setOpen(false)}>
          {children}
        </Sheet>
      ) : null}
    </>
  );
}
