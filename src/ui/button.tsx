import Link from "next/link";
import type { ComponentProps } from "react";

export type ButtonTone = "plain" | "primary" | "quiet" | "danger";

const SHAPE =
  "inline-flex min-h-9 items-center justify-center gap-2 rounded-md px-3.5 py-1.5 text-base font-medium whitespace-nowrap no-underline transition-colors disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0";

const TONES: Record<ButtonTone, string> = {
  plain: "border border-line bg-raised text-ink hover:border-edge",
  primary: "border border-ink bg-ink text-paper hover:bg-ink/88",
  quiet: "border border-transparent text-soft hover:bg-sunk hover:text-ink",
  danger: "border border-bad/50 bg-raised text-bad hover:border-bad hover:bg-bad-wash",
};

/** The classes of a button, for the few elements that look like one and are not. */
export function buttonClass(tone: ButtonTone = "plain", className = ""): string {
  return `${SHAPE} ${TONES[tone]} ${className}`;
}

type ButtonProps = ComponentProps<"button"> & { tone?: ButtonTone };

export function Button({ tone, className, type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(tone, className)} {...rest} />;
}

type ButtonLinkProps = Omit<ComponentProps<typeof Link>, "className"> & {
  tone?: ButtonTone;
  className?: string;
};

/** A link that leads somewhere as an action would: it looks like a button and stays a link. */
export function ButtonLink({ tone, className, ...rest }: ButtonLinkProps) {
  return <Link className={buttonClass(tone, className)} {...rest} />;
}
