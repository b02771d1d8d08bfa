import type { z } from "zod";
import { command } from "#domain/people/verb.ts";
import { addProject } from "#domain/projects/add-project.ts";
import { ProjectSettings } from "#domain/projects/project-settings.ts";
import { Cadence } from "./cadence.ts";
import { setNextSlot } from "./internal/set-next-slot.ts";

/**
 * Adds a project and sets the first slot of its cadence.
 *
 * @returns the id of the project and its first slot, null when the cadence has no coming date
 * @throws AppError LIMIT_REACHED as `addProject`
 */
export const startProject = command(
  { needs: "project.create", input: ProjectSettings.extend({ cadence: Cadence }) },
  async (ctx, { cadence, ...settings }) => {
    // As the database will keep it: without the keys that are undefined.
    const stored: Record<string, z.core.util.JSONType> = JSON.parse(JSON.stringify(cadence));
    const { projectId } = await addProject(ctx, { ...settings, cadence: stored });
    const next = await setNextSlot(ctx, { projectId, cadence, cadenceVersion: 1 });
    return { projectId, nextSlotAt: next?.slotAt ?? null };
  },
);
