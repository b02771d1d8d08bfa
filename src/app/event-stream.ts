const HEARTBEAT_MS = 15_000;
const text = new TextEncoder();

/** What the one who feeds a stream of events can do with it. */
export interface EventStream {
  send(event: string): void;
  /** Ends the stream, after one last event if there is something to tell. */
  finish(event?: string): void;
}

/**
 * Answers with a stream of events without data, kept alive by a heartbeat. `begin` feeds it and answers with what to do when it is over, from
 * whichever side.
 */
export function eventStream(begin: (stream: EventStream) => () => void): Response {
  let heartbeat: NodeJS.Timeout | undefined;
  let over: (() => void) | undefined;
  let isOpen = true;
  const stop = () => {
    isOpen = false;
    clearInterval(heartbeat);
    over?.();
    over = undefined;
  };
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      const write = (line: string) => stream.enqueue(text.encode(line));
      const send = (event: string) => isOpen && write(`event: ${event}\ndata:\n\n`);
      const finish = (event?: string) => {
        if (!isOpen) return;
        if (event !== undefined) send(event);
        stop();
        stream.close();
      };
      write(": here\n\n");
      heartbeat = setInterval(write, HEARTBEAT_MS, ": here\n\n");
      over = begin({ send, finish });
      // It may have been over before it began.
      if (!isOpen) stop();
    },
    cancel: stop,
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream",
      // Not to be compressed either: that would hold the words back.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
