import type { Tx } from "#platform/database.ts";
import { displayedName } from "../displayed-name.ts";

/** What a row of the audit log is about. */
export interface NamedTarget {
  type: string;
  /** What it is called now; null for what has no name, or is gone. */
  name: string | null;
  /** What a link needs, where there is a page. */
  link:
    | { to: "project"; id: string }
    | { to: "source" | "run"; projectId: string; id: string }
    | { to: "member"; id: string }
    | { to: "members" }
    | { to: "settings" }
    | null;
}

interface Target {
  targetType: string;
  targetId: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Names the targets of one page, in their order. Three statements at most for each kind that is there. */
export async function nameTargets(
  tx: Tx,
  organizationId: string,
  targets: readonly Target[],
): Promise<NamedTarget[]> {
  const idsOf = (...types: string[]) => {
    const ids = targets.filter(
      ({ targetType, targetId }) => types.includes(targetType) && UUID.test(targetId),
    );
    return [...new Set(ids.map(({ targetId }) => targetId))];
  };
  const known = new Map<string, NamedTarget>([
    ...(await projects(tx, organizationId, idsOf("project"))),
    ...(await sources(tx, organizationId, idsOf("source"))),
    ...(await runs(tx, organizationId, idsOf("run"))),
    ...(await persons(tx, organizationId, idsOf("member", "user"))),
  ]);
  return targets.map(
    ({ targetType: type, targetId }) => known.get(targetId) ?? { type, name: null, link: linkOf(type) },
  );
}

function linkOf(type: string): NamedTarget["link"] {
  if (type === "organization") return { to: "settings" };
  return type === "invitation" ? { to: "members" } : null;
}

type Named = [id: string, target: NamedTarget][];

async function projects(tx: Tx, organizationId: string, ids: string[]): Promise<Named> {
  if (ids.length === 0) return [];
  const found = await tx.project.findMany({
    where: { organizationId, id: { in: ids } },
    select: { id: true, title: true, deletedAt: true },
  });
  return found.map(({ id, title, deletedAt }) => [
    id,
    { type: "project", name: title, link: deletedAt ? null : { to: "project", id } },
  ]);
}

const ofProject = { project: { select: { id: true, title: true, deletedAt: true } } } as const;

async function sources(tx: Tx, organizationId: string, ids: string[]): Promise<Named> {
  if (ids.length === 0) return [];
  const found = await tx.source.findMany({
    where: { organizationId, id: { in: ids } },
    select: { id: true, title: true, deletedAt: true, ...ofProject },
  });
  return found.map(({ id, title, deletedAt, project }) => {
    const isHere = !deletedAt && !project.deletedAt;
    return [
      id,
      { type: "source", name: title, link: isHere ? { to: "source", projectId: project.id, id } : null },
    ];
  });
}

async function runs(tx: Tx, organizationId: string, ids: string[]): Promise<Named> {
  if (ids.length === 0) return [];
  const found = await tx.episodeScheduleQueue.findMany({
    where: { organizationId, id: { in: ids } },
    select: { id: true, occurrenceKey: true, ...ofProject },
  });
  return found.map(({ id, occurrenceKey, project }) => [
    id,
    {
      type: "run",
      name: `${project.title}, ${occurrenceKey}`,
      link: project.deletedAt ? null : { to: "run", projectId: project.id, id },
    },
  ]);
}

async function persons(tx: Tx, organizationId: string, ids: string[]): Promise<Named> {
  if (ids.length === 0) return [];
  const found = await tx.user.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      name: true,
      deletedAt: true,
      memberships: { where: { organizationId }, select: { userId: true } },
    },
  });
  return found.map(({ id, memberships, ...person }) => [
    id,
    {
      type: "member",
      name: displayedName(person),
      link: memberships.length > 0 ? { to: "member", id } : null,
    },
  ]);
}
