const MEBIBYTE = 1024 * 1024;

/** Runs `work` and gives by how much the memory of this process (resident set) grew at most meanwhile, in MiB. */
export async function watchMemory<T>(work: () => Promise<T>): Promise<{ result: T; grewMebibytes: number }> {
  const before = process.memoryUsage.rss();
  let most = before;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 5);
  try {
    const result = await work();
    look();
    return { result, grewMebibytes: Math.ceil((most - before) / MEBIBYTE) };
  } finally {
    clearInterval(timer);
  }
}
