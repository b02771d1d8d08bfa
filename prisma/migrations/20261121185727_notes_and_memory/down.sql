-- Everything that would name what is dropped below goes first.
DROP INDEX planning_note_waiting, planning_note_standing, agent_memory_proposed;
ALTER TABLE planning_note
  DROP CONSTRAINT note_understood,
  DROP CONSTRAINT note_merged_into_another,
  DROP CONSTRAINT note_stopped,
  DROP CONSTRAINT note_vector,
  DROP CONSTRAINT note_revision;
ALTER TABLE agent_memory
  DROP CONSTRAINT memory_text,
  DROP CONSTRAINT memory_supersedes_another,
  DROP CONSTRAINT memory_vector,
  DROP CONSTRAINT memory_validity,
  DROP CONSTRAINT memory_revision;

-- DropForeignKey
ALTER TABLE "public"."notification" DROP CONSTRAINT "notification_organization_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."notification" DROP CONSTRAINT "notification_user_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."notification" DROP CONSTRAINT "notification_organization_id_project_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."notification" DROP CONSTRAINT "notification_organization_id_note_step_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."continuity_link" DROP CONSTRAINT "continuity_link_organization_id_project_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."continuity_link" DROP CONSTRAINT "continuity_link_organization_id_episode_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."continuity_link" DROP CONSTRAINT "continuity_link_organization_id_block_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."continuity_link" DROP CONSTRAINT "continuity_link_organization_id_earlier_episode_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."continuity_link" DROP CONSTRAINT "continuity_link_organization_id_note_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."episode_health" DROP CONSTRAINT "episode_health_organization_id_project_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."episode_health" DROP CONSTRAINT "episode_health_organization_id_episode_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."agent_memory" DROP CONSTRAINT "agent_memory_organization_id_contradicts_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."memory_use" DROP CONSTRAINT "memory_use_organization_id_project_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."memory_use" DROP CONSTRAINT "memory_use_organization_id_memory_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."memory_use" DROP CONSTRAINT "memory_use_organization_id_queue_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."planning_note" DROP CONSTRAINT "planning_note_organization_id_target_source_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."planning_note" DROP CONSTRAINT "planning_note_organization_id_merged_into_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."note_plan" DROP CONSTRAINT "note_plan_organization_id_project_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."note_plan" DROP CONSTRAINT "note_plan_organization_id_note_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."note_plan" DROP CONSTRAINT "note_plan_organization_id_queue_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."note_plan" DROP CONSTRAINT "note_plan_organization_id_episode_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."note_step" DROP CONSTRAINT "note_step_organization_id_project_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."note_step" DROP CONSTRAINT "note_step_organization_id_note_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."note_step" DROP CONSTRAINT "note_step_actor_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."note_step" DROP CONSTRAINT "note_step_organization_id_queue_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."note_conflict" DROP CONSTRAINT "note_conflict_organization_id_project_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."note_conflict" DROP CONSTRAINT "note_conflict_organization_id_first_note_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."note_conflict" DROP CONSTRAINT "note_conflict_organization_id_second_note_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."note_conflict" DROP CONSTRAINT "note_conflict_organization_id_chosen_note_id_fkey";

-- DropForeignKey
ALTER TABLE "public"."note_conflict" DROP CONSTRAINT "note_conflict_decided_by_id_fkey";

-- DropIndex
DROP INDEX "public"."agent_memory_organization_id_contradicts_id_idx";

-- DropIndex
DROP INDEX "public"."planning_note_organization_id_project_id_status_created_at_idx";

-- DropIndex
DROP INDEX "public"."planning_note_organization_id_author_id_created_at_idx";

-- DropIndex
DROP INDEX "public"."planning_note_organization_id_merged_into_id_idx";

-- DropIndex
DROP INDEX "public"."planning_note_organization_id_target_source_id_idx";

-- DropIndex
DROP INDEX "public"."planning_note_author_id_submission_key_key";

-- AlterTable
ALTER TABLE "public"."agent_memory" DROP COLUMN "contradicts_id",
DROP COLUMN "directive",
DROP COLUMN "revision",
DROP COLUMN "topic_terms",
DROP COLUMN "vector",
DROP COLUMN "vector_model";

-- AlterTable
ALTER TABLE "public"."planning_note" DROP COLUMN "attention",
DROP COLUMN "directive",
DROP COLUMN "merged_into_id",
DROP COLUMN "revision",
DROP COLUMN "stopped_at",
DROP COLUMN "submission_key",
DROP COLUMN "target",
DROP COLUMN "target_source_id",
DROP COLUMN "understood_by",
DROP COLUMN "vector",
DROP COLUMN "vector_model";

-- AlterTable
ALTER TABLE "public"."project" DROP COLUMN "trusted_memory_origins";

-- DropTable
DROP TABLE "public"."notification";

-- DropTable
DROP TABLE "public"."continuity_link";

-- DropTable
DROP TABLE "public"."episode_health";

-- DropTable
DROP TABLE "public"."memory_use";

-- DropTable
DROP TABLE "public"."note_plan";

-- DropTable
DROP TABLE "public"."note_step";

-- DropTable
DROP TABLE "public"."note_conflict";

-- DropEnum
DROP TYPE "public"."continuity_kind";

-- DropEnum
DROP TYPE "public"."note_target";

-- DropEnum
DROP TYPE "public"."note_reader";

-- DropEnum
DROP TYPE "public"."note_attention";

-- DropEnum
DROP TYPE "public"."note_outcome";

-- DropEnum
DROP TYPE "public"."note_step_kind";

-- CreateIndex
CREATE INDEX "planning_note_organization_id_project_id_status_idx" ON "public"."planning_note"("organization_id" ASC, "project_id" ASC, "status" ASC);
