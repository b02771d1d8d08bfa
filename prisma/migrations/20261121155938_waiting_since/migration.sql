-- AlterTable
ALTER TABLE "episode_schedule_queue" ADD COLUMN     "waiting_since" TIMESTAMPTZ(3);
