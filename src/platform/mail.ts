import { createTransport, type NodemailerError } from "nodemailer";
import { ConfigurationError, env } from "./env.ts";

export interface Mail {
  /** One address. */
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** What became of a mail that did not fail for the moment only. */
export type MailOutcome = { outcome: "SENT" } | { outcome: "REFUSED"; reason: string };

/** The way to a mail server. */
export interface Mailer {
  /** Every link in a mail begins with it. */
  origin: string;
  /**
   * Hands a mail to the server. A refusal for good (a mailbox that is not there) is an outcome; what may pass is thrown, so that the
   * queue tries again.
   */
  send(mail: Mail): Promise<MailOutcome>;
}

/** Of a server that answers at all, each answer comes within seconds. */
const WAITING = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
};
/** And the whole of it: a server that trickles its answers must not hold a worker. */
const LONGEST_SECONDS = 60;

/** One address, in letters that have no doubles: what any mail server takes. No list, no name, no line break. */
const ONE_ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/;

/**
 * Opens the way to the configured mail server; null where none is configured. Nothing is connected before the first mail.
 *
 * @throws ConfigurationError when a server is configured and ORIGIN, from which links are made, is not.
 */
export function openMail(settings = env()): Mailer | null {
  const { SMTP_URL, MAIL_FROM, ORIGIN } = settings;
  if (!SMTP_URL || !MAIL_FROM) return null;
  if (!ORIGIN) throw new ConfigurationError("ORIGIN must be set where SMTP_URL is: links in mails need it.");
  const transport = createTransport(
    { url: SMTP_URL, ...WAITING, disableFileAccess: true, disableUrlAccess: true },
    { from: MAIL_FROM, headers: { "Auto-Submitted": "auto-generated" } },
  );
  return {
    origin: new URL(ORIGIN).origin,
    send: async ({ to, subject, text, html }) => {
      if (to.length > 254 || !ONE_ADDRESS.test(to)) throw new Error("a mail goes to one address");
      if (/\p{Cc}/u.test(subject)) throw new Error("the subject of a mail is one line");
      const address = { name: "", address: to };
      try {
        const signal = AbortSignal.timeout(LONGEST_SECONDS * 1000);
        await transport.sendMail({ to: address, subject, text, html, signal });
        return { outcome: "SENT" };
      } catch (error) {
        const reason = refusedForGood(error);
        if (reason) return { outcome: "REFUSED", reason };
        throw error;
      }
    },
  };
}

/** A 5xx answer to the recipient or the message (RFC 5321, section 4.2.1). One to our own name or sender is ours to mend. */
function refusedForGood(error: unknown): string | null {
  const { permanent, command, responseCode } = error as NodemailerError;
  const isTheirs = command === "RCPT TO" || command === "DATA";
  return permanent && isTheirs ? `answer ${responseCode} to ${command}` : null;
}
