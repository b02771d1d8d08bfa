import { sql } from "#platform/database.ts";

/**
 * Chooses the model of a project and a purpose, the first time or in the place of another. Values: organization, project or null,
 * purpose or null, provider, model, fallback's provider and model or null, now.
 */
export const setModelChoiceSql = sql<{ id: string }>(
  "set_model_choice",
  `
INSERT INTO model_choice (organization_id, project_id, purpose, provider, model, fallback_provider, fallback_model, created_at, updated_at)
VALUES ($1::uuid, $2::text::uuid, $3::text, $4, $5, $6::text, $7::text, $8::timestamptz, $8::timestamptz)
ON CONFLICT (organization_id, project_id, purpose) DO UPDATE SET provider = EXCLUDED.provider, model = EXCLUDED.model,
  fallback_provider = EXCLUDED.fallback_provider, fallback_model = EXCLUDED.fallback_model, updated_at = EXCLUDED.updated_at
RETURNING id`,
);
