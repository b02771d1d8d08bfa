import type { TxCtx } from "#platform/context.ts";
import { VECTOR_MODEL } from "#platform/language/sentence-vectors.ts";
import { Directive } from "../../directive.ts";
import { unpackVector } from "./pack-vector.ts";
import { loadProjectToRead } from "./understand-memory.ts";

/** Proposals with what their origins told of their meaning, and their projects by id. */
export async function loadProposals(ctx: TxCtx, ids: readonly string[]) {
  const { tx, organizationId } = ctx;
  const rows = await tx.agentMemory.findMany({
    where: { organizationId, id: { in: [...ids] }, status: "PROPOSED", project: { deletedAt: null } },
    select: {
      id: true,
      projectId: true,
      kind: true,
      text: true,
      topicTerms: true,
      directive: true,
      vector: true,
      vectorModel: true,
    },
  });
  const proposals = rows.map(({ topicTerms, directive, vector, vectorModel, ...row }) => ({
    ...row,
    terms: topicTerms,
    directive: Directive.nullable().parse(directive),
    vector: vector && vectorModel === VECTOR_MODEL ? unpackVector(vector) : null,
  }));
  const projects = new Map<string, Awaited<ReturnType<typeof loadProjectToRead>>>();
  for (const { projectId } of proposals) {
    if (!projects.has(projectId)) projects.set(projectId, await loadProjectToRead(ctx, projectId));
  }
  return { proposals, projects };
}
