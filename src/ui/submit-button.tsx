"use client";

import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonTone } from "./button.tsx";

interface SubmitButtonProps {
  children: ReactNode;
  tone?: ButtonTone;
  className?: string;
  /** Said while the action runs. */
  pending?: string;
  /** Sent with the form, for forms with two ways out. */
  name?: string;
  value?: string;
}

/** Submits its form once: while the action runs it says so and takes no second press. */
export function SubmitButton({
  children,
  tone = "primary",
  className = "",
  pending,
  ...rest
}: SubmitButtonProps) {
  const status = useFormStatus();
  const busy =
    status.pending && (rest.name === undefined || status.data?.get(rest.name) === (rest.value ?? ""));
  return (
    <Button
      type="submit"
      tone={tone}
      className={className}
      aria-disabled={status.pending || undefined}
      onClick={(event) => status.pending && event.preventDefault()}
      {...rest}
    >
      {busy ? <LoaderCircle aria-hidden className="animate-spin" /> : null}
      {busy && pending ? pending : children}
    </Button>
  );
}
