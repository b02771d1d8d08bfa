import type { System } from "#platform/system.ts";
import { noticeMail } from "../mails/notice-mail.ts";
import type { Notice } from "../mails/notices.ts";
import type { WrittenMail } from "../mails/write-mail.ts";

/** Writes a notice to a person; null when they are gone or have no address. */
export async function writeNotice(
  system: System,
  origin: string,
  { userId, ...told }: { userId: string; notice: Notice; at: Date; codesLeft?: number },
): Promise<(WrittenMail & { to: string }) | null> {
  const person = await system.db.prisma.user.findFirst({
    where: { id: userId, deletedAt: null },
    select: { email: true, timeZone: true },
  });
  if (!person?.email) return null;
  const sessionsHref = new URL("/account/sessions", origin).href;
  return { to: person.email, ...noticeMail({ ...told, timeZone: person.timeZone, sessionsHref }) };
}
