import type { System } from "#platform/system.ts";

/** Ends a session at once. Ending it again changes nothing. */
export async function endSession(system: System, sessionId: string): Promise<void> {
  await system.db.prisma.session.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: system.clock.now() },
  });
}
