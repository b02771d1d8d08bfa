import { cache } from "react";
import { orNotFound } from "#app/or-not-found.ts";
import { requireCtx } from "#app/session.ts";
import { getProject } from "#domain/projects/get-project.ts";

/** The project that the address names, read once for a request; not found is a page of its own. */
export const loadProject = cache(async (projectId: string) =>
  orNotFound(getProject(await requireCtx(), { projectId })),
);
