-- CreateEnum
CREATE TYPE "hold_kind" AS ENUM ('BUDGET', 'PRICE');

-- CreateEnum
CREATE TYPE "budget_notice_kind" AS ENUM ('REACHED_50', 'REACHED_80', 'REACHED_100', 'RUN_HELD');

-- AlterTable
ALTER TABLE "episode_schedule_queue" ADD COLUMN     "held_for_nanos" BIGINT,
ADD COLUMN     "hold_kind" "hold_kind";

-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "counting_zone" TEXT NOT NULL DEFAULT 'UTC';

-- AlterTable
ALTER TABLE "token_usage" ALTER COLUMN "model_price_id" DROP NOT NULL,
ALTER COLUMN "cost_nanos" DROP NOT NULL;

-- AlterTable
ALTER TABLE "token_usage_daily" ADD COLUMN     "unpriced_count" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "usage_reservation" ADD COLUMN     "answer" JSONB,
ADD COLUMN     "day" DATE NOT NULL,
ADD COLUMN     "episode_id" UUID,
ADD COLUMN     "model" TEXT NOT NULL,
ADD COLUMN     "model_price_id" UUID,
ADD COLUMN     "month" DATE NOT NULL,
ADD COLUMN     "phase" "phase_name",
ADD COLUMN     "prompt_version" TEXT,
ADD COLUMN     "provider" TEXT NOT NULL,
ADD COLUMN     "purpose" TEXT NOT NULL,
ADD COLUMN     "queue_id" UUID,
ADD COLUMN     "step_key" TEXT NOT NULL,
ADD COLUMN     "user_id" UUID,
ADD COLUMN     "worst_input_tokens" BIGINT NOT NULL,
ADD COLUMN     "worst_output_tokens" BIGINT NOT NULL;

-- CreateTable
CREATE TABLE "spending_window" (
    "organization_id" UUID NOT NULL,
    "scope_id" UUID NOT NULL,
    "window" "budget_window" NOT NULL,
    "starts_on" DATE NOT NULL,
    "project_id" UUID,
    "reserved_nanos" BIGINT NOT NULL DEFAULT 0,
    "spent_nanos" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "spending_window_pkey" PRIMARY KEY ("organization_id","scope_id","window","starts_on")
);

-- CreateTable
CREATE TABLE "budget_notice" (
    "organization_id" UUID NOT NULL,
    "budget_id" UUID NOT NULL,
    "scope_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "kind" "budget_notice_kind" NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "budget_notice_pkey" PRIMARY KEY ("organization_id","budget_id","scope_id","starts_on","kind")
);

-- CreateTable
CREATE TABLE "model_choice" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "project_id" UUID,
    "purpose" TEXT,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "fallback_provider" TEXT,
    "fallback_model" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_choice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage_reconciliation" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "compared_at" TIMESTAMPTZ(3) NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE NOT NULL,
    "days_compared" INTEGER NOT NULL,
    "drift" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "usage_reconciliation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "spending_window_organization_id_project_id_idx" ON "spending_window"("organization_id", "project_id");

-- CreateIndex
CREATE INDEX "model_choice_organization_id_project_id_idx" ON "model_choice"("organization_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "model_choice_key" ON "model_choice"("organization_id", "project_id", "purpose") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "usage_reconciliation_organization_id_compared_at_idx" ON "usage_reconciliation"("organization_id", "compared_at");

-- CreateIndex
CREATE UNIQUE INDEX "budget_organization_id_id_key" ON "budget"("organization_id", "id");

-- CreateIndex
CREATE INDEX "usage_reservation_organization_id_step_key_idx" ON "usage_reservation"("organization_id", "step_key");

-- CreateIndex
CREATE INDEX "usage_reservation_organization_id_episode_id_idx" ON "usage_reservation"("organization_id", "episode_id");

-- CreateIndex
CREATE INDEX "usage_reservation_organization_id_queue_id_idx" ON "usage_reservation"("organization_id", "queue_id");

-- CreateIndex
CREATE INDEX "usage_reservation_user_id_idx" ON "usage_reservation"("user_id");

-- CreateIndex
CREATE INDEX "usage_reservation_model_price_id_idx" ON "usage_reservation"("model_price_id");

-- AddForeignKey
ALTER TABLE "usage_reservation" ADD CONSTRAINT "usage_reservation_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_reservation" ADD CONSTRAINT "usage_reservation_organization_id_queue_id_fkey" FOREIGN KEY ("organization_id", "queue_id") REFERENCES "episode_schedule_queue"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_reservation" ADD CONSTRAINT "usage_reservation_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_reservation" ADD CONSTRAINT "usage_reservation_model_price_id_fkey" FOREIGN KEY ("model_price_id") REFERENCES "model_price"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spending_window" ADD CONSTRAINT "spending_window_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spending_window" ADD CONSTRAINT "spending_window_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_notice" ADD CONSTRAINT "budget_notice_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_notice" ADD CONSTRAINT "budget_notice_organization_id_budget_id_fkey" FOREIGN KEY ("organization_id", "budget_id") REFERENCES "budget"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_choice" ADD CONSTRAINT "model_choice_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_choice" ADD CONSTRAINT "model_choice_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_reconciliation" ADD CONSTRAINT "usage_reconciliation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── By hand ─────────────────────────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT, INSERT, UPDATE, DELETE ON spending_window, budget_notice, model_choice, usage_reconciliation TO episodic_app, episodic_worker;
-- What was compared and what was told stays so.
REVOKE UPDATE, DELETE ON usage_reconciliation FROM episodic_app, episodic_worker;
REVOKE UPDATE ON budget_notice FROM episodic_app, episodic_worker;

DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['spending_window', 'budget_notice', 'model_choice', 'usage_reconciliation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
    EXECUTE format(
      'CREATE POLICY tenant_wall ON %I USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization())',
      walled);
  END LOOP;
  FOREACH walled IN ARRAY ARRAY['spending_window', 'model_choice'] LOOP
    EXECUTE format(
      'CREATE POLICY project_wall ON %I AS RESTRICTIVE TO episodic_app USING ((SELECT current_projects()) IS NULL OR project_id IS NULL OR project_id = ANY ((SELECT current_projects())::uuid[]))',
      walled);
  END LOOP;
END $$;
-- What was told of a ceiling is seen by those who see the ceiling.
CREATE POLICY project_wall ON budget_notice AS RESTRICTIVE TO episodic_app
  USING (EXISTS (SELECT FROM budget b WHERE b.organization_id = budget_notice.organization_id AND b.id = budget_notice.budget_id));

-- One row is changed by every call of the day: room in its page keeps such changes out of the indexes.
ALTER TABLE spending_window SET (fillfactor = 50);
ALTER TABLE usage_reservation SET (fillfactor = 80);

ALTER TABLE spending_window
  ADD CONSTRAINT spending_not_negative CHECK (reserved_nanos >= 0 AND spent_nanos >= 0),
  ADD CONSTRAINT spending_scope CHECK (
    CASE "window"
      WHEN 'EPISODE' THEN project_id IS NOT NULL AND starts_on = '1970-01-01'
      WHEN 'MONTH' THEN scope_id IN (organization_id, project_id) AND extract(day FROM starts_on) = 1
      ELSE scope_id IN (organization_id, project_id)
    END);
ALTER TABLE usage_reservation
  ADD CONSTRAINT reservation_tokens CHECK (worst_input_tokens >= 0 AND worst_output_tokens >= 0),
  ADD CONSTRAINT reservation_priced CHECK (model_price_id IS NOT NULL OR worst_case_nanos = 0),
  ADD CONSTRAINT reservation_month CHECK (month = date_trunc('month', day)::date);
ALTER TABLE token_usage ADD CONSTRAINT usage_priced CHECK ((model_price_id IS NULL) = (cost_nanos IS NULL));
ALTER TABLE episode_schedule_queue
  ADD CONSTRAINT queue_hold CHECK ((hold_kind IS NULL OR status = 'HELD') AND (held_for_nanos IS NULL OR hold_kind IS NOT NULL) AND held_for_nanos >= 0);
ALTER TABLE model_choice
  ADD CONSTRAINT fallback_whole CHECK ((fallback_provider IS NULL) = (fallback_model IS NULL));
CREATE INDEX queue_held ON episode_schedule_queue (organization_id, slot_at) WHERE status = 'HELD' AND hold_kind IS NOT NULL;
CREATE INDEX usage_unpriced ON token_usage (organization_id, provider, model) WHERE model_price_id IS NULL;

-- A call without a price gets one when it is entered; nothing else of the ledger changes, and the run-time roles can't but by this. The wall
-- holds inside too, for the ledger's is forced on its owner. Answers with the instants of the calls, so that their days are opened again.
CREATE FUNCTION price_unpriced_calls(price_id uuid) RETURNS TABLE (project_id uuid, episode_id uuid, occurred_at timestamptz, cost_nanos bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE token_usage u SET model_price_id = p.id,
    cost_nanos = ceil((u.uncached_input_tokens::numeric * p.uncached_input_nanos_per_million + u.cache_read_tokens::numeric * p.cache_read_nanos_per_million
      + u.cache_write_tokens::numeric * p.cache_write_nanos_per_million + u.output_tokens::numeric * p.output_nanos_per_million) / 1000000)::bigint
  FROM model_price p
  WHERE p.id = price_id AND p.organization_id = current_organization()
    AND u.organization_id = current_organization() AND u.model_price_id IS NULL
    AND u.provider = p.provider AND u.model = p.model AND u.occurred_at >= p.valid_from
  RETURNING u.project_id, u.episode_id, u.occurred_at, u.cost_nanos;
$$;
REVOKE ALL ON FUNCTION price_unpriced_calls FROM PUBLIC;
GRANT EXECUTE ON FUNCTION price_unpriced_calls TO episodic_app, episodic_worker;

-- A new organization counts by its zone at once; a change of zone is taken over when the windows are recounted.
CREATE FUNCTION count_by_reporting_zone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.counting_zone := NEW.reporting_zone;
  RETURN NEW;
END $$;
CREATE TRIGGER count_by_reporting_zone BEFORE INSERT ON organization FOR EACH ROW EXECUTE FUNCTION count_by_reporting_zone();
ALTER TABLE organization NO FORCE ROW LEVEL SECURITY;
UPDATE organization SET counting_zone = reporting_zone;
ALTER TABLE organization FORCE ROW LEVEL SECURITY;
