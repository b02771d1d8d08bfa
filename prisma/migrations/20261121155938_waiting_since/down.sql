-- AlterTable
ALTER TABLE "public"."episode_schedule_queue" DROP COLUMN "waiting_since";
