import { createHmac } from "node:crypto";

export const DATABASE_ROLES = ["episodic_owner", "episodic_app", "episodic_worker"] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

/** The password of a role follows from the installation's secret, so that one URL and one secret are all there is to configure. */
export function rolePassword(secret: string, role: DatabaseRole): string {
  return createHmac("sha256", secret).update(`database role ${role}`).digest("base64url");
}

/** The same server and database as `url`, entered as `role`. */
export function roleUrl(url: string, role: DatabaseRole, secret: string): string {
  const target = new URL(url);
  target.username = role;
  target.password = rolePassword(secret, role);
  return target.href;
}

/** The same server as `url`, another database. */
export function databaseUrl(url: string, database: string): string {
  const target = new URL(url);
  target.pathname = `/${database}`;
  return target.href;
}
