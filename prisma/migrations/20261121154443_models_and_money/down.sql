-- Calls without a price can't go back: enter their prices first, or the next statements refuse.
DROP FUNCTION price_unpriced_calls(uuid);
DROP TRIGGER count_by_reporting_zone ON organization;
DROP FUNCTION count_by_reporting_zone();
DROP INDEX usage_unpriced;
DROP INDEX queue_held;
ALTER TABLE token_usage DROP CONSTRAINT usage_priced;
ALTER TABLE usage_reservation
  DROP CONSTRAINT reservation_tokens,
  DROP CONSTRAINT reservation_priced,
  DROP CONSTRAINT reservation_month;
ALTER TABLE usage_reservation RESET (fillfactor);
ALTER TABLE episode_schedule_queue DROP CONSTRAINT queue_hold;

-- DropForeignKey
ALTER TABLE "usage_reservation" DROP CONSTRAINT "usage_reservation_organization_id_episode_id_fkey";

-- DropForeignKey
ALTER TABLE "usage_reservation" DROP CONSTRAINT "usage_reservation_organization_id_queue_id_fkey";

-- DropForeignKey
ALTER TABLE "usage_reservation" DROP CONSTRAINT "usage_reservation_user_id_fkey";

-- DropForeignKey
ALTER TABLE "usage_reservation" DROP CONSTRAINT "usage_reservation_model_price_id_fkey";

-- DropForeignKey
ALTER TABLE "spending_window" DROP CONSTRAINT "spending_window_organization_id_fkey";

-- DropForeignKey
ALTER TABLE "spending_window" DROP CONSTRAINT "spending_window_organization_id_project_id_fkey";

-- DropForeignKey
ALTER TABLE "budget_notice" DROP CONSTRAINT "budget_notice_organization_id_fkey";

-- DropForeignKey
ALTER TABLE "budget_notice" DROP CONSTRAINT "budget_notice_organization_id_budget_id_fkey";

-- DropForeignKey
ALTER TABLE "model_choice" DROP CONSTRAINT "model_choice_organization_id_fkey";

-- DropForeignKey
ALTER TABLE "model_choice" DROP CONSTRAINT "model_choice_organization_id_project_id_fkey";

-- DropForeignKey
ALTER TABLE "usage_reconciliation" DROP CONSTRAINT "usage_reconciliation_organization_id_fkey";

-- DropIndex
DROP INDEX "usage_reservation_organization_id_step_key_idx";

-- DropIndex
DROP INDEX "usage_reservation_organization_id_episode_id_idx";

-- DropIndex
DROP INDEX "usage_reservation_organization_id_queue_id_idx";

-- DropIndex
DROP INDEX "usage_reservation_user_id_idx";

-- DropIndex
DROP INDEX "usage_reservation_model_price_id_idx";

-- DropIndex
DROP INDEX "budget_organization_id_id_key";

-- AlterTable
ALTER TABLE "organization" DROP COLUMN "counting_zone";

-- AlterTable
ALTER TABLE "episode_schedule_queue" DROP COLUMN "held_for_nanos",
DROP COLUMN "hold_kind";

-- AlterTable
ALTER TABLE "token_usage" ALTER COLUMN "model_price_id" SET NOT NULL,
ALTER COLUMN "cost_nanos" SET NOT NULL;

-- AlterTable
ALTER TABLE "usage_reservation" DROP COLUMN "answer",
DROP COLUMN "day",
DROP COLUMN "episode_id",
DROP COLUMN "model",
DROP COLUMN "model_price_id",
DROP COLUMN "month",
DROP COLUMN "phase",
DROP COLUMN "prompt_version",
DROP COLUMN "provider",
DROP COLUMN "purpose",
DROP COLUMN "queue_id",
DROP COLUMN "step_key",
DROP COLUMN "user_id",
DROP COLUMN "worst_input_tokens",
DROP COLUMN "worst_output_tokens";

-- AlterTable
ALTER TABLE "token_usage_daily" DROP COLUMN "unpriced_count";

-- DropTable
DROP TABLE "spending_window";

-- DropTable
DROP TABLE "budget_notice";

-- DropTable
DROP TABLE "model_choice";

-- DropTable
DROP TABLE "usage_reconciliation";

-- DropEnum
DROP TYPE "hold_kind";

-- DropEnum
DROP TYPE "budget_notice_kind";
