import { sql } from "#platform/database.ts";

/**
 * $1 hash of the browser's secret, $2 hash of the code, $3 now, $4 the most wrong codes.
 *
 * One write decides and counts, whether or not anybody has the address: guesses that come at once wait for the row and are looked at
 * again by what the one before left behind.
 */
export const useSignInCodeSql = sql<{ userId: string | null; email: string; isRight: boolean }>(
  "use_sign_in_code",
  `update sign_in_token t
   set used_at = case when t.user_id is not null and t.code_hash = $2::bytea then $3::timestamptz end,
       wrong_codes = t.wrong_codes + case when t.user_id is not null and t.code_hash = $2::bytea then 0 else 1 end
   where t.browser_hash = $1::bytea and t.used_at is null and t.expires_at > $3::timestamptz and t.wrong_codes < $4::int
   returning t.user_id as "userId", t.email, t.used_at is not null as "isRight"`,
);
