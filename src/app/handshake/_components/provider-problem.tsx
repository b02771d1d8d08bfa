"use client";

import { useSearchParams } from "next/navigation";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { problemText } from "../handshake-problems.ts";

/** Says why the handshake led nowhere that ended at this page. `names` are what the services are called. */
export function ProviderProblem({ names }: { names: Readonly<Record<string, string>> }) {
  const asked = useSearchParams();
  const name = Object.hasOwn(names, asked.get("provider") ?? "") ? names[asked.get("provider") ?? ""] : null;
  const text = problemText(asked.get("problem"), name ?? "that service");
  return text && name ? <ErrorPanel>{text}</ErrorPanel> : null;
}
