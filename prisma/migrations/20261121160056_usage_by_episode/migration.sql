-- DropIndex
DROP INDEX "token_usage_user_id_idx";

-- CreateTable
CREATE TABLE "episode_usage_daily" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "project_id" UUID,
    "episode_id" UUID,
    "user_id" UUID,
    "call_count" BIGINT NOT NULL,
    "uncached_input_tokens" BIGINT NOT NULL,
    "cache_read_tokens" BIGINT NOT NULL,
    "cache_write_tokens" BIGINT NOT NULL,
    "output_tokens" BIGINT NOT NULL,
    "reasoning_tokens" BIGINT NOT NULL,
    "cost_nanos" BIGINT NOT NULL,
    "estimated_count" BIGINT NOT NULL DEFAULT 0,
    "unpriced_count" BIGINT NOT NULL DEFAULT 0,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "episode_usage_daily_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "episode_usage_daily_organization_id_project_id_idx" ON "episode_usage_daily"("organization_id", "project_id");

-- CreateIndex
CREATE INDEX "episode_usage_daily_organization_id_episode_id_idx" ON "episode_usage_daily"("organization_id", "episode_id");

-- CreateIndex
CREATE INDEX "episode_usage_daily_user_id_idx" ON "episode_usage_daily"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "episode_usage_daily_key" ON "episode_usage_daily"("organization_id", "day", "project_id", "episode_id", "user_id") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "token_usage_organization_id_provider_model_occurred_at_idx" ON "token_usage"("organization_id", "provider", "model", "occurred_at");

-- CreateIndex
CREATE INDEX "token_usage_organization_id_purpose_occurred_at_idx" ON "token_usage"("organization_id", "purpose", "occurred_at");

-- CreateIndex
CREATE INDEX "token_usage_user_id_occurred_at_idx" ON "token_usage"("user_id", "occurred_at");

-- AddForeignKey
ALTER TABLE "episode_usage_daily" ADD CONSTRAINT "episode_usage_daily_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "episode_usage_daily" ADD CONSTRAINT "episode_usage_daily_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "episode_usage_daily" ADD CONSTRAINT "episode_usage_daily_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "episode_usage_daily" ADD CONSTRAINT "episode_usage_daily_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT, INSERT, UPDATE, DELETE ON episode_usage_daily TO episodic_app, episodic_worker;
ALTER TABLE episode_usage_daily ENABLE ROW LEVEL SECURITY;
ALTER TABLE episode_usage_daily FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON episode_usage_daily
  USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
CREATE POLICY project_wall ON episode_usage_daily AS RESTRICTIVE TO episodic_app
  USING ((SELECT current_projects()) IS NULL OR project_id IS NULL OR project_id = ANY ((SELECT current_projects())::uuid[]));

-- What was rolled up before there was this roll-up is rolled up once more.
ALTER TABLE usage_day NO FORCE ROW LEVEL SECURITY;
UPDATE usage_day SET rolled_up_at = NULL;
ALTER TABLE usage_day FORCE ROW LEVEL SECURITY;
