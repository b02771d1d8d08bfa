-- DropForeignKey
ALTER TABLE "public"."episode_usage_daily" DROP CONSTRAINT "episode_usage_daily_organization_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."episode_usage_daily" DROP CONSTRAINT "episode_usage_daily_organization_id_project_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."episode_usage_daily" DROP CONSTRAINT "episode_usage_daily_organization_id_episode_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."episode_usage_daily" DROP CONSTRAINT "episode_usage_daily_user_id_fkey";

-- DropIndex
DROP INDEX "public"."token_usage_organization_id_provider_model_occurred_at_idx";

-- DropIndex
DROP INDEX "public"."token_usage_organization_id_purpose_occurred_at_idx";

-- DropIndex
DROP INDEX "public"."token_usage_user_id_occurred_at_idx";

-- DropTable
DROP TABLE "public"."episode_usage_daily";

-- CreateIndex
CREATE INDEX "token_usage_user_id_idx" ON "public"."token_usage"("user_id" ASC);
