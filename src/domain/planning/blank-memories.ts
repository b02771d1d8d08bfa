import { inOrganization } from "#platform/database.ts";
import { Prisma } from "#platform/db/generated/client.ts";
import { actingFor, type System } from "#platform/system.ts";
import { startOfGrace } from "./internal/memory/grace.ts";

/**
 * Takes the words of an organization's memories away that were forgotten 30 days ago: text, topic, meaning, and what tells that the same
 * is said again. What is left says that there was something, and what used it.
 */
export async function blankMemories(
  system: System,
  { organizationId }: { organizationId: string },
): Promise<void> {
  const forgottenBefore = startOfGrace(system.clock.now());
  await inOrganization(actingFor(system, organizationId, "blank-memories"), ({ tx }) =>
    tx.agentMemory.updateMany({
      where: {
        organizationId,
        status: "FORGOTTEN",
        forgottenAt: { lte: forgottenBefore },
        text: { not: "" },
      },
      data: {
        text: "",
        topicTerms: [],
        directive: Prisma.DbNull,
        vector: null,
        vectorModel: null,
        originKey: null,
        revision: { increment: 1 },
      },
    }),
  );
}
