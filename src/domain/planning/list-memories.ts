import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { getProject } from "#domain/projects/get-project.ts";
import type { Prisma } from "#platform/db/generated/client.ts";
import { LISTED, type ListedMemory, toListed } from "./internal/memory/listed-memory.ts";
import { LEARNT_KINDS } from "./memory-kinds.ts";
import { zoneOf } from "./valid-until.ts";

const ON_A_PAGE = 50;

/** Where a page ended: pinned or not, and the id of its last memory. */
const After = z.string().regex(/^[01]:[0-9a-f-]{36}$/);

const Listing = z.object({
  projectId: z.string(),
  /** Left out: what was learnt, not what was covered. */
  kind: z.enum([...LEARNT_KINDS, "COVERED_TOPIC"]).optional(),
  /** Expired ones are active and hold no more. */
  status: z.enum(["PROPOSED", "ACTIVE", "EXPIRED", "SUPERSEDED", "FORGOTTEN"]).default("ACTIVE"),
  origin: z.enum(["NOTE", "CHAT", "EPISODE", "PERSON"]).optional(),
  after: After.optional(),
});

export interface MemoryPage {
  memories: ListedMemory[];
  /** To be given as `after` for the next page; null on the last. */
  next: string | null;
  /** How many there are of each status, over all pages, of what was learnt; and how many topics were covered. */
  counts: { proposed: number; active: number; superseded: number; forgotten: number; covered: number };
  /** The zone in which dates of the project are meant. */
  zone: string;
}

/**
 * The memories of a project, 50 a page: the pinned ones first, then the newest. What was forgotten is listed as long as it can be taken
 * back.
 *
 * @throws AppError NOT_FOUND when the organization has no such project
 */
export const listMemories = query(
  { needs: "memory.read", input: Listing },
  async (ctx, { projectId, kind, status, origin, after }): Promise<MemoryPage> => {
    const { tx, organizationId, clock } = ctx;
    const project = await getProject(ctx, { projectId });
    const ofProject = { organizationId, projectId: project.id, text: { not: "" } };
    const rows = await tx.agentMemory.findMany({
      where: {
        ...ofProject,
        kind: kind ?? { in: [...LEARNT_KINDS] },
        status: status === "EXPIRED" ? "ACTIVE" : status,
        ...(status === "EXPIRED" ? { validUntil: { lte: clock.now() } } : {}),
        ...(origin ? { origin } : {}),
        ...behind(after),
      },
      orderBy: [{ isPinned: "desc" }, { id: "desc" }],
      take: ON_A_PAGE + 1,
      select: LISTED,
    });
    const page = rows.slice(0, ON_A_PAGE);
    const last = page.at(-1);
    const groups = await tx.agentMemory.groupBy({
      by: ["status", "kind"],
      where: ofProject,
      _count: { _all: true },
    });
    const count = (wanted: string) =>
      groups
        .filter((group) => group.status === wanted && group.kind !== "COVERED_TOPIC")
        .reduce((sum, group) => sum + group._count._all, 0);
    const covered = groups.find((group) => group.status === "ACTIVE" && group.kind === "COVERED_TOPIC");
    return {
      memories: await toListed(ctx, page),
      next: rows.length > ON_A_PAGE && last ? `${last.isPinned ? 1 : 0}:${last.id}` : null,
      counts: {
        proposed: count("PROPOSED"),
        active: count("ACTIVE"),
        superseded: count("SUPERSEDED"),
        forgotten: count("FORGOTTEN"),
        covered: covered?._count._all ?? 0,
      },
      zone: zoneOf(project.cadenceConfig),
    };
  },
);

function behind(after: string | undefined): Prisma.AgentMemoryWhereInput {
  if (after === undefined) return {};
  const isPinned = after.startsWith("1");
  const sameLane = { isPinned, id: { lt: after.slice(2) } };
  return isPinned ? { OR: [sameLane, { isPinned: false }] } : sameLane;
}
