"use client";

import { PageError } from "#app/_components/page-error.tsx";
import "#ui/tokens.css";

/** When even the frame could not be made. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Episodic</title>
        <PageError {...props} />
      </body>
    </html>
  );
}
