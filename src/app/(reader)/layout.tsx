import type { ReactNode } from "react";
import "#ui/prose.css";
import "./reader.css";

/** The reader has no frame of its own beyond the text: its page draws the bar above, without a script. */
export default function ReaderLayout({ children }: { children: ReactNode }) {
  return children;
}
