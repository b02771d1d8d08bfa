import { z } from "zod";
import { NOTICES, type Notice } from "./mails/notices.ts";

const noticeNames = Object.keys(NOTICES) as [Notice, ...Notice[]];

/** The mails about accounts, by what the queue keeps of them: ids and the names of things, never a secret. */
export const AccountMail = z.discriminatedUnion("mail", [
  z.object({ mail: z.literal("sign_in"), signInTokenId: z.uuid() }),
  z.object({ mail: z.literal("invitation"), organizationId: z.uuid(), invitationId: z.uuid() }),
  z.object({
    mail: z.literal("notice"),
    userId: z.uuid(),
    notice: z.enum(noticeNames),
    at: z.coerce.date(),
    /** With a used recovery code: how many are left. */
    codesLeft: z.number().int().exactOptional(),
  }),
]);
export type AccountMail = z.infer<typeof AccountMail>;
