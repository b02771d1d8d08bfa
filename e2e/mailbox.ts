import { expect } from "@playwright/test";
import { MAILBOX_PORT } from "./mail-ports.ts";

export interface MailInBox {
  subject: string;
  text: string;
  html: string;
  raw: string;
}

/** The mails that came for an address so far, the first first. */
export async function mailsTo(address: string): Promise<MailInBox[]> {
  const response = await fetch(`http://127.0.0.1:${MAILBOX_PORT}/?to=${encodeURIComponent(address)}`);
  return (await response.json()) as MailInBox[];
}

/** Waits for the newest mail to an address whose subject says something; `count` waits for so many of them. */
export async function waitForMail(
  address: string,
  { subject, count = 1 }: { subject: RegExp; count?: number },
): Promise<MailInBox> {
  let found: MailInBox[] = [];
  await expect(async () => {
    found = (await mailsTo(address)).filter((mail) => subject.test(mail.subject));
    expect(found.length, `mails to ${address} about ${subject}`).toBeGreaterThanOrEqual(count);
  }).toPass({ timeout: 15_000, intervals: [100] });
  const newest = found.at(-1);
  if (!newest) throw new Error("there is no mail");
  return newest;
}

/** The path of the first link of ours in a mail. */
export function linkIn(mail: MailInBox): string {
  const [link] = /https?:\/\/localhost:\d+\/\S+/.exec(mail.text) ?? [];
  if (!link) throw new Error(`there is no link in “${mail.subject}”`);
  const { pathname, search } = new URL(link);
  return pathname + search;
}
