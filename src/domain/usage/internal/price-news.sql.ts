import { sql } from "#platform/database.ts";

/** What changed for projects whose model had no price, in their order. Values: organization, now, and lists of projects and since when. */
export const priceNewsSql = sql<{ hasNews: boolean }>(
  "price_news",
  `
SELECT NOT EXISTS (
    SELECT FROM budget b WHERE b.organization_id = $1::uuid AND b.is_hard AND (b.project_id IS NULL OR b.project_id = h.project_id))
  OR EXISTS (
    SELECT FROM model_price p WHERE (p.organization_id = $1::uuid OR p.organization_id IS NULL)
      AND GREATEST(p.created_at, p.valid_from) > h.since AND p.valid_from <= $2::timestamptz)
  OR EXISTS (
    SELECT FROM model_choice c WHERE c.organization_id = $1::uuid AND (c.project_id IS NULL OR c.project_id = h.project_id) AND c.updated_at > h.since)
  AS "hasNews"
FROM unnest($3::text[]::uuid[], $4::text[]::timestamptz[]) WITH ORDINALITY AS h (project_id, since, turn)
ORDER BY h.turn`,
);
