import { execa } from "execa";

/** The ids that the server must run under; null when the present user will do. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root. As root, this finds the system's `postgres` user and makes it where it is missing;
 * as anybody else it answers null.
 */
export async function findServerUser(): Promise<ServerUser | null> {
  if (process.getuid?.() !== 0) return null;
  const known = await idsOfPostgres();
  if (known) return known;
  await execa("groupadd", ["--system", "postgres"], { reject: false });
  await execa("useradd", ["--system", "--gid", "postgres", "--shell", "/usr/sbin/nologin", "postgres"], {
    reject: false,
  });
  const made = await idsOfPostgres();
  if (made) return made;
  throw new Error(
    "PostgreSQL can't run as root, and the user `postgres` could not be made. Start Episodic as an ordinary user, or set DATABASE_URL.",
  );
}

async function idsOfPostgres(): Promise<ServerUser | null> {
  const [uid, gid] = await Promise.all(
    ["-u", "-g"].map((flag) => execa("id", [flag, "postgres"], { reject: false })),
  );
  if (uid?.exitCode !== 0 || gid?.exitCode !== 0) return null;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}
