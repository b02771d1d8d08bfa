import type { System } from "#platform/system.ts";
import { listMyOrganizations } from "../../list-my-organizations.ts";

const SHORTEST_WORD = 3;

/** The words that others know of a person, and would try first: from their name, their address and their organizations. */
export async function wordsAbout(system: System, userId: string): Promise<string[]> {
  const { name, email } = await system.db.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { name: true, email: true },
  });
  const organizations = await listMyOrganizations(system, userId);
  const texts = ["episodic", name, email ?? "", ...organizations.map((one) => one.name)];
  const words = texts.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]);
  return [...new Set(words.map((word) => word.toLowerCase()))].filter(
    ({ length }) => length >= SHORTEST_WORD && length <= 128,
  );
}
