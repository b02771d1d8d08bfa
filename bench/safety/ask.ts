import { Agent, request } from "node:http";

export interface Question {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: Buffer | string;
  /** The answer goes on: what is there after a moment is taken. */
  isStream?: boolean;
}

export interface Answer {
  status: number;
  /** Where it leads, be it a redirect of HTTP or of Next.js. */
  leadsTo: string;
  type: string;
  policy: string;
  setsCookie: boolean;
  body: string;
}

const STREAM_MS = 300;
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Sends a request with exactly the path and headers that are given: nothing is normalised on the way. */
export function ask(
  port: number,
  { method = "GET", path, headers = {}, body, isStream }: Question,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const sent = request({
      host: "127.0.0.1",
      port,
      method,
      path,
      agent,
      headers: { ...length, ...headers },
    });
    sent.on("error", reject);
    sent.on("response", (response) => {
      const parts: Buffer[] = [];
      const done = () => {
        const { headers: given, statusCode: status = 0 } = response;
        resolve({
          status,
          leadsTo: String(given.location ?? given["x-action-redirect"] ?? ""),
          type: String(given["content-type"] ?? ""),
          policy: String(given["content-security-policy"] ?? ""),
          setsCookie: given["set-cookie"] !== undefined,
          body: Buffer.concat(parts).toString(),
        });
      };
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", done);
      response.on("error", () => done());
      if (isStream) {
        setTimeout(() => {
          done();
          sent.destroy();
        }, STREAM_MS);
      }
    });
    sent.end(body);
  });
}

/** The headers of a request that a page of ours sends. */
export function fromOurPage(origin: string): Record<string, string> {
  return { origin, "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors" };
}

/** A call of an action as React makes it: the form's state before, and the form (`encodeReply`). */
export function actionCall(
  id: string,
  form: Record<string, string> | null,
): { headers: Record<string, string>; body: string } {
  const headers = { "next-action": id, accept: "text/x-component" };
  if (form === null)
    return { headers: { ...headers, "content-type": "text/plain;charset=UTF-8" }, body: "[]" };
  const boundary = "----episodic";
  const parts = [...Object.entries(form).map(([name, value]) => [`1_${name}`, value]), ["0", '[{},"$K1"]']];
  const body = parts
    .map(
      ([name, value]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join("");
  return {
    headers: { ...headers, "content-type": `multipart/form-data; boundary=${boundary}` },
    body: `${body}--${boundary}--\r\n`,
  };
}

/**
 * What is said, less what differs from one answer to the next anyway: nonces, the names asked for, the order in which pieces arrive,
 * times, and the marks of errors.
 */
export function essence({ status, leadsTo, type, setsCookie, body }: Answer, ids: readonly string[]): string {
  const plain = (text: string) =>
    ids.reduce((left, id) => left.replaceAll(id, "ID").replaceAll(encodeURIComponent(id), "ID"), text);
  const pieces = plain(body)
    .replace(/nonce-[\w+/=]+|nonce="[^"]*"|nonce\\?":\\?"[^"\\]*\\?"/g, "NONCE")
    // The same page comes in other pieces when the machine is busy: where they are cut and put in place says nothing.
    .replace(
      /"\]\)<\/script><script[^>]*>self\.__next_f\.push\(\[1,"|<script[^>]*>\$R[\s\S]*?<\/script>/g,
      "",
    )
    .replace(/<(?:template|div hidden="")[^>]*>|<!--.*?-->/g, "")
    .replace(/\d+(?:\.\d+)? ?(?:ms|seconds?|minutes?)\b|\d\d:\d\d(?::\d\d)?(?:\.\d+Z)?/g, "TIME")
    // Next.js names each answer, and keys the parts of its page by that name.
    .replace(/"[\w-]{21,22}(?=[a-z]?\\?")/g, '"NAME')
    .replace(/"digest\\?":\\?"[^"]*"/g, "DIGEST")
    // A form names what it will send, so that sent twice it is one note.
    .replace(/(submissionKey\\*"(?:,\\*"defaultValue\\*")?(?: value=|:)\\*")[0-9a-f-]{36}/g, "$1KEY")
    // Rows are numbered as they arrive; text that begins with a dollar is written with two, and stays.
    .replace(/"\$[Lh@]?[0-9a-f]+(?=:|\\*")/g, '"$ROW')
    .replace(/[0-9a-f]+:(?=\[\\*"\$\\*")/g, "")
    .split(/(?=<)|\\n|\n/)
    .map((piece) => piece.replace(/^[0-9a-f]+:(?=I?\\*["[{]|T[0-9a-f]+,)/, ""));
  return JSON.stringify([status, plain(leadsTo), type, setsCookie, [...new Set(pieces)].sort()]);
}
