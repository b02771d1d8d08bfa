import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export interface ReceivedMail {
  /** Whom the envelope names; the headers may say what they like. */
  recipients: string[];
  /** As it came over the wire. */
  raw: string;
  parsed: Email;
}

export interface MailServer {
  /** For SMTP_URL. */
  url: string;
  received: readonly ReceivedMail[];
  /** The mails to an address, the first first. */
  to(address: string): ReceivedMail[];
  /** Answers the next commands of a kind with this code instead of taking them; null takes them again. */
  refuse(command: "RCPT" | "DATA", code: number | null): void;
  close(): Promise<void>;
}

/** A real SMTP server on this machine that keeps what it is sent. */
export async function startMailServer({ port = 0 } = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const refusals: Partial<Record<"RCPT" | "DATA", number | null>> = {};
  const refusal = (command: "RCPT" | "DATA") => {
    const responseCode = refusals[command];
    return responseCode ? Object.assign(new Error("refused for a test"), { responseCode }) : null;
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onRcptTo: (_address, _session, callback) => callback(refusal("RCPT")),
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const refused = refusal("DATA");
        if (refused) return callback(refused);
        const raw = Buffer.concat(chunks).toString("utf8");
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ recipients, raw, parsed: await PostalMime.parse(raw) });
        callback();
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  // A client that hangs up in the middle is no reason to end.
  server.removeAllListeners("error").on("error", () => undefined);
  const { port: taken } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${taken}`,
    received,
    to: (address) => received.filter(({ recipients }) => recipients.includes(address)),
    refuse: (command, code) => {
      refusals[command] = code;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
