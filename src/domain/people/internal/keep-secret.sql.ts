import { sql } from "#platform/database.ts";

/** Keeps the sealed secret ($2) of the person's ($1) authenticator app, made at $3. One that is confirmed already stays; then there is no row. */
export const KEEP_SECRET = sql<{ id: string }>(
  "keep-secret",
  `insert into authenticator_app (user_id, sealed_secret, created_at) values ($1::uuid, $2::bytea, $3::timestamptz)
   on conflict (user_id) do update set sealed_secret = excluded.sealed_secret, created_at = excluded.created_at
     where authenticator_app.confirmed_at is null
   returning id`,
);
