import type { IncomingMessage } from "node:http";

/**
 * Counts a body while it arrives, whoever reads it and however it is sent, and hears of one that is too large or too slow. What comes
 * after that is dropped, so that nobody takes the part for the whole.
 */
export function watchBody(
  request: IncomingMessage,
  most: { bytes: number; seconds: number },
  onTrouble: (trouble: "large" | "slow") => void,
): void {
  let length = 0;
  let isOver = false;
  const end = (trouble: "large" | "slow") => {
    isOver = true;
    clearTimeout(timer);
    onTrouble(trouble);
    // Whoever reads it stops here. To destroy it would cut the connection before the answer is out.
    request.on("error", () => undefined).emit("error", new Error(`The body is too ${trouble}.`));
  };
  const timer = setTimeout(end, most.seconds * 1_000, "slow");
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null, encoding) => {
    if (chunk === null) clearTimeout(timer);
    else if (!isOver) {
      length += chunk.length;
      if (length > most.bytes) end("large");
    }
    if (!isOver) return push(chunk, encoding);
    if (chunk === null) request.socket.destroySoon();
    return true;
  };
  request.once("close", () => clearTimeout(timer));
}
