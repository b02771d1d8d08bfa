"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

interface NavLinkProps {
  href: string;
  /** Where it is the current page: there exactly, or anywhere below. */
  match?: "exact" | "below";
  className?: string;
  children: ReactNode;
}

/** A link that knows when it is where we are. */
export function NavLink({ href, match = "below", className = "", children }: NavLinkProps) {
  const path = usePathname();
  const current = path === href || (match === "below" && path.startsWith(`${href}/`));
  return (
    <Link href={href} aria-current={current ? "page" : undefined} className={className}>
      {children}
    </Link>
  );
}
