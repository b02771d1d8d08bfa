import { createServer } from "node:http";
import { startMailServer } from "../src/testing/mail-server.ts";
import { MAILBOX_PORT, SMTP_PORT } from "./mail-ports.ts";
import type { MailInBox } from "./mailbox.ts";

/** Takes every mail that the system sends, and shows those to one address as JSON: `GET /?to=ines@example.test`. */
export async function serveMail(): Promise<void> {
  const mails = await startMailServer({ port: SMTP_PORT });
  const http = createServer((request, response) => {
    const to = new URL(request.url ?? "/", "http://localhost").searchParams.get("to") ?? "";
    const found = mails.to(to).map(({ raw, parsed }): MailInBox => {
      const { subject = "", text = "", html = "" } = parsed;
      return { subject, text, html, raw };
    });
    response.setHeader("content-type", "application/json").end(JSON.stringify(found));
  });
  http.listen(MAILBOX_PORT, "127.0.0.1");
}
