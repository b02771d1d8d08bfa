"use client";

import { Button } from "#ui/button.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { Page, PageHeader } from "#ui/page-header.tsx";

interface PageErrorProps {
  error: unknown;
  retry: () => void;
}

/** A page that could not be made. Its id stands in the log beside the cause. */
export function PageError({ error, retry }: PageErrorProps) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <Page>
      <PageHeader title="This page could not be made" />
      <ErrorPanel
        id={digest}
        action={
          <Button onClick={retry} tone="primary">
            Try again
          </Button>
        }
      >
        The fault is ours, and nothing was changed by it. Try again in a moment; if it stays, tell whoever
        runs Episodic the id.
      </ErrorPanel>
    </Page>
  );
}
