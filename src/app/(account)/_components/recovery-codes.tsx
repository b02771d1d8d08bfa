"use client";

import { Copy, Download, Printer } from "lucide-react";
import { useState } from "react";
import { Button, buttonClass } from "#ui/button.tsx";
import { useHydrated } from "#ui/use-hydrated.ts";

/** The codes, this once. They can be taken away as a file without a script; copied and printed with one. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const isHydrated = useHydrated();
  const [copied, setCopied] = useState<boolean | null>(null);
  const text = `Recovery codes for Episodic. Each works once.\n\n${codes.join("\n")}\n`;

  async function copy() {
    const outcome = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(outcome);
  }

  return (
    <section aria-label="Recovery codes" className="space-y-4">
      <p className="max-w-[60ch]">
        These are your recovery codes. Each lets you in once when your second factor is lost. Put them where
        you will find them without this device:{" "}
        <strong className="font-medium">they are shown only now</strong>.
      </p>
      <ul className="grid max-w-[26rem] grid-cols-2 gap-x-8 gap-y-1.5 rounded-md border border-line bg-sunk px-5 py-4">
        {codes.map((code) => (
          <li key={code}>
            <code className="tracking-wide select-all">{code}</code>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="episodic-recovery-codes.txt"
          className={buttonClass()}
        >
          <Download aria-hidden />
          Download
        </a>
        {isHydrated ? (
          <>
            <Button onClick={copy}>
              <Copy aria-hidden />
              Copy
            </Button>
            <Button onClick={() => window.print()}>
              <Printer aria-hidden />
              Print
            </Button>
          </>
        ) : null}
        <span role="status" className="text-sm text-soft">
          {copied === null ? "" : copied ? "Copied." : "This browser did not allow it. Select them instead."}
        </span>
      </div>
    </section>
  );
}
