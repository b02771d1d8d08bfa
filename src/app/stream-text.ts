interface Watch {
  signal: AbortSignal;
  leave(): void;
}

/** Sends text as it is made, no faster than it is taken; breaks off when the watch says that its reader may not go on. */
export function streamText(parts: AsyncGenerator<string>, watch: Watch): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(stream) {
      try {
        const { value, done } = await parts.next();
        watch.signal.throwIfAborted();
        if (!done) return stream.enqueue(encoder.encode(value));
        watch.leave();
        stream.close();
      } catch (error) {
        watch.leave();
        stream.error(error);
        await parts.return(undefined);
      }
    },
    async cancel() {
      watch.leave();
      await parts.return(undefined);
    },
  });
}
