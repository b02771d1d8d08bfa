-- CreateEnum
CREATE TYPE "continuity_kind" AS ENUM ('ADDS', 'UPDATES', 'RESOLVES');

-- CreateEnum
CREATE TYPE "note_target" AS ENUM ('SERIES', 'TOPIC', 'SOURCE', 'EPISODE', 'PASSAGE');

-- CreateEnum
CREATE TYPE "note_reader" AS ENUM ('RULES', 'MODEL', 'PERSON');

-- CreateEnum
CREATE TYPE "note_attention" AS ENUM ('CONTRADICTION', 'CORRECTION', 'SCHEDULE', 'UNCLEAR');

-- CreateEnum
CREATE TYPE "note_outcome" AS ENUM ('PLANNED', 'USED', 'PARTLY_USED', 'NOT_USED', 'RELEASED');

-- CreateEnum
CREATE TYPE "note_step_kind" AS ENUM ('RECEIVED', 'EDITED', 'UNDERSTOOD', 'CORRECTED', 'MERGED', 'PARTED', 'CONTRADICTED', 'ACCEPTED', 'PLANNED', 'RELEASED', 'USED', 'PARTLY_USED', 'NOT_USED', 'DECLINED', 'REOPENED', 'STOPPED', 'WITHDRAWN');

-- DropIndex
DROP INDEX "planning_note_organization_id_project_id_status_idx";

-- AlterTable
ALTER TABLE "agent_memory" ADD COLUMN     "contradicts_id" UUID,
ADD COLUMN     "directive" JSONB,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "topic_terms" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "vector" REAL[] DEFAULT ARRAY[]::REAL[],
ADD COLUMN     "vector_model" TEXT;

-- AlterTable
ALTER TABLE "planning_note" ADD COLUMN     "attention" "note_attention",
ADD COLUMN     "directive" JSONB,
ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "stopped_at" TIMESTAMPTZ(3),
ADD COLUMN     "submission_key" UUID,
ADD COLUMN     "target" "note_target",
ADD COLUMN     "target_source_id" UUID,
ADD COLUMN     "understood_by" "note_reader",
ADD COLUMN     "vector" REAL[] DEFAULT ARRAY[]::REAL[],
ADD COLUMN     "vector_model" TEXT;

-- AlterTable
ALTER TABLE "project" ADD COLUMN     "trusted_memory_origins" "memory_origin"[] DEFAULT ARRAY[]::"memory_origin"[];

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "project_id" UUID,
    "note_step_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "continuity_link" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "block_id" UUID,
    "kind" "continuity_kind" NOT NULL,
    "topic" TEXT NOT NULL,
    "earlier_episode_id" UUID,
    "note_id" UUID,

    CONSTRAINT "continuity_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "episode_health" (
    "episode_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "repeated_share" REAL NOT NULL,
    "cited_share" REAL NOT NULL,
    "notes_planned" INTEGER NOT NULL,
    "notes_used" INTEGER NOT NULL,
    "notes_partly" INTEGER NOT NULL,
    "notes_waiting" INTEGER NOT NULL,
    "measured_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "episode_health_pkey" PRIMARY KEY ("episode_id")
);

-- CreateTable
CREATE TABLE "memory_use" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "memory_id" UUID NOT NULL,
    "queue_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "score" REAL NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "memory_use_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note_plan" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "note_id" UUID NOT NULL,
    "queue_id" UUID NOT NULL,
    "episode_id" UUID,
    "outcome" "note_outcome" NOT NULL DEFAULT 'PLANNED',
    "reason" TEXT,
    "measure" JSONB,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "judged_at" TIMESTAMPTZ(3),

    CONSTRAINT "note_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note_step" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "note_id" UUID NOT NULL,
    "kind" "note_step_kind" NOT NULL,
    "actor_id" UUID,
    "queue_id" UUID,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "note_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note_conflict" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "first_note_id" UUID NOT NULL,
    "second_note_id" UUID NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "chosen_note_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "note_conflict_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "notification_organization_id_user_id_created_at_idx" ON "notification"("organization_id", "user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "notification_organization_id_project_id_idx" ON "notification"("organization_id", "project_id");

-- CreateIndex
CREATE INDEX "notification_organization_id_note_step_id_idx" ON "notification"("organization_id", "note_step_id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_user_id_note_step_id_key" ON "notification"("user_id", "note_step_id");

-- CreateIndex
CREATE INDEX "continuity_link_organization_id_episode_id_idx" ON "continuity_link"("organization_id", "episode_id");

-- CreateIndex
CREATE INDEX "continuity_link_organization_id_block_id_idx" ON "continuity_link"("organization_id", "block_id");

-- CreateIndex
CREATE INDEX "continuity_link_organization_id_earlier_episode_id_idx" ON "continuity_link"("organization_id", "earlier_episode_id");

-- CreateIndex
CREATE INDEX "continuity_link_organization_id_note_id_idx" ON "continuity_link"("organization_id", "note_id");

-- CreateIndex
CREATE INDEX "continuity_link_organization_id_project_id_idx" ON "continuity_link"("organization_id", "project_id");

-- CreateIndex
CREATE INDEX "episode_health_organization_id_project_id_measured_at_idx" ON "episode_health"("organization_id", "project_id", "measured_at");

-- CreateIndex
CREATE UNIQUE INDEX "episode_health_organization_id_episode_id_key" ON "episode_health"("organization_id", "episode_id");

-- CreateIndex
CREATE INDEX "memory_use_organization_id_memory_id_idx" ON "memory_use"("organization_id", "memory_id");

-- CreateIndex
CREATE INDEX "memory_use_organization_id_queue_id_idx" ON "memory_use"("organization_id", "queue_id");

-- CreateIndex
CREATE INDEX "memory_use_organization_id_project_id_idx" ON "memory_use"("organization_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "memory_use_memory_id_queue_id_key" ON "memory_use"("memory_id", "queue_id");

-- CreateIndex
CREATE INDEX "note_plan_organization_id_note_id_idx" ON "note_plan"("organization_id", "note_id");

-- CreateIndex
CREATE INDEX "note_plan_organization_id_queue_id_idx" ON "note_plan"("organization_id", "queue_id");

-- CreateIndex
CREATE INDEX "note_plan_organization_id_episode_id_idx" ON "note_plan"("organization_id", "episode_id");

-- CreateIndex
CREATE INDEX "note_plan_organization_id_project_id_judged_at_idx" ON "note_plan"("organization_id", "project_id", "judged_at");

-- CreateIndex
CREATE UNIQUE INDEX "note_plan_note_id_queue_id_key" ON "note_plan"("note_id", "queue_id");

-- CreateIndex
CREATE INDEX "note_step_organization_id_note_id_at_idx" ON "note_step"("organization_id", "note_id", "at");

-- CreateIndex
CREATE INDEX "note_step_organization_id_project_id_idx" ON "note_step"("organization_id", "project_id");

-- CreateIndex
CREATE INDEX "note_step_organization_id_queue_id_idx" ON "note_step"("organization_id", "queue_id");

-- CreateIndex
CREATE INDEX "note_step_actor_id_idx" ON "note_step"("actor_id");

-- CreateIndex
CREATE UNIQUE INDEX "note_step_organization_id_id_key" ON "note_step"("organization_id", "id");

-- CreateIndex
CREATE INDEX "note_conflict_organization_id_project_id_idx" ON "note_conflict"("organization_id", "project_id");

-- CreateIndex
CREATE INDEX "note_conflict_organization_id_first_note_id_idx" ON "note_conflict"("organization_id", "first_note_id");

-- CreateIndex
CREATE INDEX "note_conflict_organization_id_second_note_id_idx" ON "note_conflict"("organization_id", "second_note_id");

-- CreateIndex
CREATE INDEX "note_conflict_organization_id_chosen_note_id_idx" ON "note_conflict"("organization_id", "chosen_note_id");

-- CreateIndex
CREATE INDEX "note_conflict_decided_by_id_idx" ON "note_conflict"("decided_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "note_conflict_first_note_id_second_note_id_key" ON "note_conflict"("first_note_id", "second_note_id");

-- CreateIndex
CREATE INDEX "agent_memory_organization_id_contradicts_id_idx" ON "agent_memory"("organization_id", "contradicts_id");

-- CreateIndex
CREATE INDEX "planning_note_organization_id_project_id_status_created_at_idx" ON "planning_note"("organization_id", "project_id", "status", "created_at" DESC);

-- CreateIndex
CREATE INDEX "planning_note_organization_id_author_id_created_at_idx" ON "planning_note"("organization_id", "author_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "planning_note_organization_id_merged_into_id_idx" ON "planning_note"("organization_id", "merged_into_id");

-- CreateIndex
CREATE INDEX "planning_note_organization_id_target_source_id_idx" ON "planning_note"("organization_id", "target_source_id");

-- CreateIndex
CREATE UNIQUE INDEX "planning_note_author_id_submission_key_key" ON "planning_note"("author_id", "submission_key");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_organization_id_note_step_id_fkey" FOREIGN KEY ("organization_id", "note_step_id") REFERENCES "note_step"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "continuity_link" ADD CONSTRAINT "continuity_link_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "continuity_link" ADD CONSTRAINT "continuity_link_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "continuity_link" ADD CONSTRAINT "continuity_link_organization_id_block_id_fkey" FOREIGN KEY ("organization_id", "block_id") REFERENCES "block"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "continuity_link" ADD CONSTRAINT "continuity_link_organization_id_earlier_episode_id_fkey" FOREIGN KEY ("organization_id", "earlier_episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "continuity_link" ADD CONSTRAINT "continuity_link_organization_id_note_id_fkey" FOREIGN KEY ("organization_id", "note_id") REFERENCES "planning_note"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "episode_health" ADD CONSTRAINT "episode_health_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "episode_health" ADD CONSTRAINT "episode_health_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_memory" ADD CONSTRAINT "agent_memory_organization_id_contradicts_id_fkey" FOREIGN KEY ("organization_id", "contradicts_id") REFERENCES "agent_memory"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memory_use" ADD CONSTRAINT "memory_use_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memory_use" ADD CONSTRAINT "memory_use_organization_id_memory_id_fkey" FOREIGN KEY ("organization_id", "memory_id") REFERENCES "agent_memory"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memory_use" ADD CONSTRAINT "memory_use_organization_id_queue_id_fkey" FOREIGN KEY ("organization_id", "queue_id") REFERENCES "episode_schedule_queue"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planning_note" ADD CONSTRAINT "planning_note_organization_id_target_source_id_fkey" FOREIGN KEY ("organization_id", "target_source_id") REFERENCES "source"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planning_note" ADD CONSTRAINT "planning_note_organization_id_merged_into_id_fkey" FOREIGN KEY ("organization_id", "merged_into_id") REFERENCES "planning_note"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_plan" ADD CONSTRAINT "note_plan_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_plan" ADD CONSTRAINT "note_plan_organization_id_note_id_fkey" FOREIGN KEY ("organization_id", "note_id") REFERENCES "planning_note"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_plan" ADD CONSTRAINT "note_plan_organization_id_queue_id_fkey" FOREIGN KEY ("organization_id", "queue_id") REFERENCES "episode_schedule_queue"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_plan" ADD CONSTRAINT "note_plan_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_step" ADD CONSTRAINT "note_step_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_step" ADD CONSTRAINT "note_step_organization_id_note_id_fkey" FOREIGN KEY ("organization_id", "note_id") REFERENCES "planning_note"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_step" ADD CONSTRAINT "note_step_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_step" ADD CONSTRAINT "note_step_organization_id_queue_id_fkey" FOREIGN KEY ("organization_id", "queue_id") REFERENCES "episode_schedule_queue"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_conflict" ADD CONSTRAINT "note_conflict_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_conflict" ADD CONSTRAINT "note_conflict_organization_id_first_note_id_fkey" FOREIGN KEY ("organization_id", "first_note_id") REFERENCES "planning_note"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_conflict" ADD CONSTRAINT "note_conflict_organization_id_second_note_id_fkey" FOREIGN KEY ("organization_id", "second_note_id") REFERENCES "planning_note"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_conflict" ADD CONSTRAINT "note_conflict_organization_id_chosen_note_id_fkey" FOREIGN KEY ("organization_id", "chosen_note_id") REFERENCES "planning_note"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_conflict" ADD CONSTRAINT "note_conflict_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Walls, as every tenant table has them: between organizations, and between the projects of one.
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['note_plan', 'note_step', 'note_conflict', 'memory_use', 'continuity_link', 'episode_health', 'notification']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
    EXECUTE format(
      'CREATE POLICY tenant_wall ON %I USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization())',
      walled);
    EXECUTE format(
      'CREATE POLICY project_wall ON %I AS RESTRICTIVE TO episodic_app USING ((SELECT current_projects()) IS NULL OR project_id IS NULL OR project_id = ANY ((SELECT current_projects())::uuid[]))',
      walled);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON note_plan, note_conflict, memory_use, continuity_link, episode_health, notification
  TO episodic_app, episodic_worker;
-- The life of a note is told as it was: steps are added, never changed.
GRANT SELECT, INSERT ON note_step TO episodic_app, episodic_worker;
-- Outside of every organization, a person finds what is theirs in any of them.
CREATE POLICY own_rows_apart ON notification FOR SELECT TO episodic_app
  USING (current_organization() IS NULL AND user_id = current_person());

ALTER TABLE planning_note
  ADD CONSTRAINT note_understood CHECK (
    status NOT IN ('UNDERSTOOD', 'PLANNED')
    OR (understood_at IS NOT NULL AND understood_by IS NOT NULL AND intent IS NOT NULL AND directive IS NOT NULL AND length(paraphrase) > 0)),
  ADD CONSTRAINT note_merged_into_another CHECK (merged_into_id <> id),
  ADD CONSTRAINT note_stopped CHECK (stopped_at IS NULL OR scope <> 'NEXT_EPISODE'),
  ADD CONSTRAINT note_vector CHECK ((vector_model IS NULL) = (cardinality(vector) = 0)),
  ADD CONSTRAINT note_revision CHECK (revision > 0);

ALTER TABLE note_plan
  ADD CONSTRAINT plan_judged CHECK ((outcome = 'PLANNED') = (judged_at IS NULL)),
  ADD CONSTRAINT plan_reason CHECK (outcome NOT IN ('PARTLY_USED', 'NOT_USED') OR length(reason) > 0);

ALTER TABLE note_conflict
  ADD CONSTRAINT conflict_in_order CHECK (first_note_id < second_note_id),
  ADD CONSTRAINT conflict_choice CHECK (chosen_note_id IN (first_note_id, second_note_id)),
  ADD CONSTRAINT conflict_decided CHECK ((chosen_note_id IS NULL) = (decided_at IS NULL));

ALTER TABLE agent_memory
  ADD CONSTRAINT memory_text CHECK (length(text) BETWEEN 1 AND 2000 OR (status = 'FORGOTTEN' AND text = '')),
  ADD CONSTRAINT memory_supersedes_another CHECK (superseded_by_id <> id),
  ADD CONSTRAINT memory_vector CHECK ((vector_model IS NULL) = (cardinality(vector) = 0)),
  ADD CONSTRAINT memory_validity CHECK (valid_until > valid_from),
  ADD CONSTRAINT memory_revision CHECK (revision > 0);

ALTER TABLE memory_use
  ADD CONSTRAINT use_in_order CHECK (rank > 0 AND score BETWEEN 0 AND 1);

ALTER TABLE episode_health
  ADD CONSTRAINT health_shares CHECK (repeated_share BETWEEN 0 AND 1 AND cited_share BETWEEN 0 AND 1),
  ADD CONSTRAINT health_counts CHECK (
    notes_used >= 0 AND notes_partly >= 0 AND notes_waiting >= 0 AND notes_planned >= notes_used + notes_partly);

ALTER TABLE notification ADD CONSTRAINT notification_of_something CHECK (num_nonnulls(note_step_id) = 1);

-- What the board, the home page and the next brief ask for: notes that wait, and stand for themselves.
CREATE INDEX planning_note_waiting ON planning_note (organization_id, project_id, created_at)
  WHERE status IN ('RECEIVED', 'UNDERSTOOD') AND merged_into_id IS NULL;
-- Notes that stand for longer than one episode and still apply.
CREATE INDEX planning_note_standing ON planning_note (organization_id, project_id)
  WHERE scope <> 'NEXT_EPISODE' AND stopped_at IS NULL AND merged_into_id IS NULL;
CREATE INDEX note_conflict_open ON note_conflict (organization_id, project_id) WHERE decided_at IS NULL;
CREATE INDEX agent_memory_proposed ON agent_memory (organization_id, project_id, created_at) WHERE status = 'PROPOSED';
CREATE INDEX notification_unread ON notification (organization_id, user_id) WHERE read_at IS NULL;
