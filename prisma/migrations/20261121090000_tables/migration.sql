-- The tables, as the data model in prisma/schema says, written by `npm run episodic -- migrate new`.
-- By hand: the function that makes ids, which every table's default needs first.

-- UUID version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then random bits, so that ids grow with time.
-- PostgreSQL has uuidv7() only from version 18 on.
CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(
    set_bit(
      set_bit(
        overlay(
          uuid_send(gen_random_uuid())
          PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
          FROM 1 FOR 6),
        52, 1),
      53, 1),
    'hex')::uuid
$$;

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('USER', 'API_KEY', 'SYSTEM');

-- CreateEnum
CREATE TYPE "chat_role" AS ENUM ('PERSON', 'ASSISTANT');

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('WEB', 'EMAIL', 'FEED');

-- CreateEnum
CREATE TYPE "subscription_status" AS ENUM ('PENDING', 'ACTIVE', 'PAUSED', 'UNSUBSCRIBED');

-- CreateEnum
CREATE TYPE "delivery_status" AS ENUM ('QUEUED', 'SENDING', 'SENT', 'UNKNOWN', 'FAILED', 'SUPPRESSED');

-- CreateEnum
CREATE TYPE "episode_status" AS ENUM ('DRAFT', 'READY', 'PUBLISHED', 'ABANDONED');

-- CreateEnum
CREATE TYPE "block_type" AS ENUM ('MARKDOWN', 'QUOTE', 'RECAP', 'RECALL', 'SCENARIO');

-- CreateEnum
CREATE TYPE "origin_kind" AS ENUM ('PASSAGE', 'NOTE', 'MEMORY', 'EPISODE');

-- CreateEnum
CREATE TYPE "phase_name" AS ENUM ('GATHER', 'OUTLINE', 'WRITE', 'CHECK', 'FINISH');

-- CreateEnum
CREATE TYPE "phase_status" AS ENUM ('RUNNING', 'DONE', 'FAILED');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('OWNER', 'ADMIN', 'EDITOR', 'READER');

-- CreateEnum
CREATE TYPE "note_scope" AS ENUM ('NEXT_EPISODE', 'UNTIL_DATE', 'ALWAYS');

-- CreateEnum
CREATE TYPE "note_status" AS ENUM ('RECEIVED', 'UNDERSTOOD', 'PLANNED', 'USED', 'PARTLY_USED', 'DECLINED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "note_intent" AS ENUM ('MORE_OF', 'LESS_OF', 'CORRECT', 'ASK', 'TONE', 'LENGTH', 'SCHEDULE', 'OTHER');

-- CreateEnum
CREATE TYPE "memory_kind" AS ENUM ('FACT', 'PREFERENCE', 'DECISION', 'STYLE', 'COVERED_TOPIC');

-- CreateEnum
CREATE TYPE "memory_status" AS ENUM ('PROPOSED', 'ACTIVE', 'SUPERSEDED', 'FORGOTTEN');

-- CreateEnum
CREATE TYPE "memory_origin" AS ENUM ('NOTE', 'CHAT', 'EPISODE', 'PERSON');

-- CreateEnum
CREATE TYPE "missed_slot_policy" AS ENUM ('LATEST', 'ALL', 'SKIP');

-- CreateEnum
CREATE TYPE "queue_status" AS ENUM ('PENDING', 'GENERATING', 'READY', 'PUBLISHED', 'HELD', 'RETRYING', 'FAILED', 'QUARANTINED', 'SKIPPED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "queue_trigger" AS ENUM ('CADENCE', 'REQUEST');

-- CreateEnum
CREATE TYPE "source_format" AS ENUM ('MARKDOWN', 'TEXT', 'WEBVTT', 'SRT');

-- CreateEnum
CREATE TYPE "source_status" AS ENUM ('RECEIVED', 'EXTRACTING', 'READY', 'FAILED');

-- CreateEnum
CREATE TYPE "usage_settlement" AS ENUM ('EXACT', 'ESTIMATED');

-- CreateEnum
CREATE TYPE "reservation_status" AS ENUM ('OPEN', 'SETTLED', 'RELEASED', 'SWEPT');

-- CreateEnum
CREATE TYPE "budget_window" AS ENUM ('DAY', 'MONTH', 'EPISODE');

-- CreateTable
CREATE TABLE "user_event" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "user_id" UUID,
    "project_id" UUID,
    "episode_id" UUID,
    "type" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "actor_kind" "actor_kind" NOT NULL,
    "actor_user_id" UUID,
    "actor_name" TEXT,
    "action" TEXT NOT NULL,
    "target_type" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chat_session" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "episode_id" UUID,
    "user_id" UUID NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chat_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chat_message" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "chat_session_id" UUID NOT NULL,
    "role" "chat_role" NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chat_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "user_id" UUID,
    "email" TEXT,
    "channel" "channel" NOT NULL,
    "status" "subscription_status" NOT NULL DEFAULT 'PENDING',
    "time_zone" TEXT,
    "consent" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "paused_until" TIMESTAMPTZ(3),
    "unsubscribed_at" TIMESTAMPTZ(3),

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,
    "channel" "channel" NOT NULL,
    "status" "delivery_status" NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "available_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_token" UUID,
    "lease_expires_at" TIMESTAMPTZ(3),
    "message_id" TEXT,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suppression" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suppression_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "episode" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "queue_id" UUID NOT NULL,
    "status" "episode_status" NOT NULL DEFAULT 'DRAFT',
    "number" INTEGER,
    "title" TEXT,
    "dek" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "minutes" INTEGER,
    "word_count" INTEGER,
    "writer" TEXT NOT NULL,
    "writer_version" TEXT NOT NULL,
    "brief" JSONB,
    "generation_attempts" INTEGER NOT NULL DEFAULT 0,
    "generation_errors" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ready_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "abandoned_at" TIMESTAMPTZ(3),

    CONSTRAINT "episode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "block" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "type" "block_type" NOT NULL,
    "markdown" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "block_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "block_origin" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "block_id" UUID NOT NULL,
    "kind" "origin_kind" NOT NULL,
    "source_chunk_id" UUID,
    "planning_note_id" UUID,
    "agent_memory_id" UUID,
    "episode_id" UUID,
    "quote" TEXT,
    "start_ms" INTEGER,
    "end_ms" INTEGER,

    CONSTRAINT "block_origin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "generation_phase" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "queue_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "phase" "phase_name" NOT NULL,
    "status" "phase_status" NOT NULL DEFAULT 'RUNNING',
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "output" JSONB,
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "generation_phase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "worker_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "zone_data_version" TEXT NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("worker_id")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "reporting_zone" TEXT NOT NULL DEFAULT 'UTC',
    "project_limit" INTEGER NOT NULL DEFAULT 25,
    "set_up_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "email" TEXT,
    "name" TEXT NOT NULL DEFAULT '',
    "time_zone" TEXT,
    "locale" TEXT,
    "password_hash" TEXT,
    "email_verified_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "active_organization_id" UUID,
    "token_hash" BYTEA NOT NULL,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_token" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "planning_note" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "author_id" UUID,
    "episode_id" UUID,
    "block_id" UUID,
    "passage" TEXT,
    "text" TEXT NOT NULL,
    "scope" "note_scope" NOT NULL DEFAULT 'NEXT_EPISODE',
    "until_date" DATE,
    "status" "note_status" NOT NULL DEFAULT 'RECEIVED',
    "intent" "note_intent",
    "paraphrase" TEXT,
    "topic_terms" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "planned_for_id" UUID,
    "reason" TEXT,
    "settled_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "understood_at" TIMESTAMPTZ(3),
    "planned_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "planning_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent_memory" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" "memory_kind" NOT NULL,
    "status" "memory_status" NOT NULL DEFAULT 'PROPOSED',
    "text" TEXT NOT NULL,
    "importance" INTEGER NOT NULL DEFAULT 5,
    "is_pinned" BOOLEAN NOT NULL DEFAULT false,
    "origin" "memory_origin" NOT NULL,
    "origin_note_id" UUID,
    "origin_episode_id" UUID,
    "origin_message_id" UUID,
    "origin_user_id" UUID,
    "superseded_by_id" UUID,
    "valid_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "valid_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "approved_at" TIMESTAMPTZ(3),
    "forgotten_at" TIMESTAMPTZ(3),

    CONSTRAINT "agent_memory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "audience" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'en',
    "minutes" INTEGER NOT NULL DEFAULT 6,
    "cadence_config" JSONB NOT NULL,
    "cadence_version" INTEGER NOT NULL DEFAULT 1,
    "missed_slot_policy" "missed_slot_policy" NOT NULL DEFAULT 'LATEST',
    "writer" TEXT NOT NULL DEFAULT 'built-in',
    "writer_settings" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "highlight" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "block_id" UUID NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "note" TEXT,
    "colour" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "orphaned_at" TIMESTAMPTZ(3),

    CONSTRAINT "highlight_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_schedule" (
    "project_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "next_occurrence_key" TEXT,
    "next_slot_at" TIMESTAMPTZ(3),
    "next_due_at" TIMESTAMPTZ(3),
    "last_occurrence_key" TEXT,
    "lead_seconds" INTEGER NOT NULL DEFAULT 900,
    "cadence_version" INTEGER NOT NULL DEFAULT 1,
    "zone_data_version" TEXT NOT NULL DEFAULT '',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "last_checked_at" TIMESTAMPTZ(3),
    "last_attempted_at" TIMESTAMPTZ(3),
    "last_succeeded_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_schedule_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "episode_schedule_queue" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "occurrence_key" TEXT NOT NULL,
    "trigger" "queue_trigger" NOT NULL DEFAULT 'CADENCE',
    "status" "queue_status" NOT NULL DEFAULT 'PENDING',
    "slot_at" TIMESTAMPTZ(3) NOT NULL,
    "available_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "worker_deaths" INTEGER NOT NULL DEFAULT 0,
    "errors" JSONB NOT NULL DEFAULT '[]',
    "reason" TEXT,
    "claimed_by" TEXT,
    "lease_token" UUID,
    "lease_expires_at" TIMESTAMPTZ(3),
    "cancel_requested_at" TIMESTAMPTZ(3),
    "requested_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "held_at" TIMESTAMPTZ(3),
    "ready_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "episode_schedule_queue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "status" "source_status" NOT NULL DEFAULT 'RECEIVED',
    "format" "source_format",
    "encoding" TEXT,
    "language" TEXT,
    "size_bytes" INTEGER NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "original" BYTEA,
    "text" TEXT,
    "links" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "speakers" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "duration_ms" INTEGER,
    "token_count" INTEGER NOT NULL DEFAULT 0,
    "chunk_count" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "warnings" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "added_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "extracting_at" TIMESTAMPTZ(3),
    "ready_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_chunk" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "heading_path" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "turns" JSONB,
    "start_ms" INTEGER,
    "end_ms" INTEGER,
    "token_count" INTEGER NOT NULL,
    "char_count" INTEGER NOT NULL,
    "content_hash" BYTEA NOT NULL,

    CONSTRAINT "source_chunk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_price" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "uncached_input_nanos_per_million" BIGINT NOT NULL,
    "cache_read_nanos_per_million" BIGINT NOT NULL,
    "cache_write_nanos_per_million" BIGINT NOT NULL,
    "output_nanos_per_million" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_price_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "token_usage" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "call_key" TEXT NOT NULL,
    "project_id" UUID,
    "episode_id" UUID,
    "queue_id" UUID,
    "user_id" UUID,
    "purpose" TEXT NOT NULL,
    "phase" "phase_name",
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "prompt_version" TEXT,
    "model_price_id" UUID NOT NULL,
    "uncached_input_tokens" BIGINT NOT NULL,
    "cache_read_tokens" BIGINT NOT NULL DEFAULT 0,
    "cache_write_tokens" BIGINT NOT NULL DEFAULT 0,
    "output_tokens" BIGINT NOT NULL,
    "reasoning_tokens" BIGINT NOT NULL DEFAULT 0,
    "cost_nanos" BIGINT NOT NULL,
    "settlement" "usage_settlement" NOT NULL DEFAULT 'EXACT',
    "duration_ms" INTEGER,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "token_usage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage_reservation" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "project_id" UUID,
    "call_key" TEXT NOT NULL,
    "status" "reservation_status" NOT NULL DEFAULT 'OPEN',
    "worst_case_nanos" BIGINT NOT NULL,
    "settled_nanos" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "usage_reservation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "token_usage_daily" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "project_id" UUID,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "call_count" BIGINT NOT NULL,
    "uncached_input_tokens" BIGINT NOT NULL,
    "cache_read_tokens" BIGINT NOT NULL,
    "cache_write_tokens" BIGINT NOT NULL,
    "output_tokens" BIGINT NOT NULL,
    "reasoning_tokens" BIGINT NOT NULL,
    "cost_nanos" BIGINT NOT NULL,
    "estimated_count" BIGINT NOT NULL DEFAULT 0,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "token_usage_daily_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage_day" (
    "organization_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "rolled_up_at" TIMESTAMPTZ(3),

    CONSTRAINT "usage_day_pkey" PRIMARY KEY ("organization_id","day")
);

-- CreateTable
CREATE TABLE "budget" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organization_id" UUID NOT NULL,
    "project_id" UUID,
    "window" "budget_window" NOT NULL,
    "ceiling_nanos" BIGINT NOT NULL,
    "is_hard" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "budget_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "user_event_organization_id_occurred_at_idx" ON "user_event"("organization_id", "occurred_at");

-- CreateIndex
CREATE INDEX "user_event_organization_id_project_id_idx" ON "user_event"("organization_id", "project_id");

-- CreateIndex
CREATE INDEX "user_event_organization_id_episode_id_idx" ON "user_event"("organization_id", "episode_id");

-- CreateIndex
CREATE INDEX "user_event_user_id_idx" ON "user_event"("user_id");

-- CreateIndex
CREATE INDEX "audit_log_organization_id_occurred_at_idx" ON "audit_log"("organization_id", "occurred_at");

-- CreateIndex
CREATE INDEX "audit_log_actor_user_id_idx" ON "audit_log"("actor_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_log_organization_id_sequence_key" ON "audit_log"("organization_id", "sequence");

-- CreateIndex
CREATE INDEX "chat_session_organization_id_project_id_idx" ON "chat_session"("organization_id", "project_id");

-- CreateIndex
CREATE INDEX "chat_session_organization_id_episode_id_idx" ON "chat_session"("organization_id", "episode_id");

-- CreateIndex
CREATE INDEX "chat_session_user_id_idx" ON "chat_session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "chat_session_organization_id_id_key" ON "chat_session"("organization_id", "id");

-- CreateIndex
CREATE INDEX "chat_message_organization_id_chat_session_id_created_at_idx" ON "chat_message"("organization_id", "chat_session_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "chat_message_organization_id_id_key" ON "chat_message"("organization_id", "id");

-- CreateIndex
CREATE INDEX "subscription_organization_id_project_id_status_idx" ON "subscription"("organization_id", "project_id", "status");

-- CreateIndex
CREATE INDEX "subscription_user_id_idx" ON "subscription"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_organization_id_id_key" ON "subscription"("organization_id", "id");

-- CreateIndex
CREATE INDEX "delivery_organization_id_episode_id_idx" ON "delivery"("organization_id", "episode_id");

-- CreateIndex
CREATE INDEX "delivery_organization_id_subscription_id_idx" ON "delivery"("organization_id", "subscription_id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_episode_id_subscription_id_channel_key" ON "delivery"("episode_id", "subscription_id", "channel");

-- CreateIndex
CREATE INDEX "episode_organization_id_project_id_published_at_idx" ON "episode"("organization_id", "project_id", "published_at");

-- CreateIndex
CREATE UNIQUE INDEX "episode_organization_id_id_key" ON "episode"("organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "episode_organization_id_queue_id_key" ON "episode"("organization_id", "queue_id");

-- CreateIndex
CREATE UNIQUE INDEX "episode_project_id_number_key" ON "episode"("project_id", "number");

-- CreateIndex
CREATE INDEX "block_organization_id_episode_id_idx" ON "block"("organization_id", "episode_id");

-- CreateIndex
CREATE UNIQUE INDEX "block_organization_id_id_key" ON "block"("organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "block_episode_id_ordinal_key" ON "block"("episode_id", "ordinal");

-- CreateIndex
CREATE INDEX "block_origin_organization_id_block_id_idx" ON "block_origin"("organization_id", "block_id");

-- CreateIndex
CREATE INDEX "block_origin_organization_id_source_chunk_id_idx" ON "block_origin"("organization_id", "source_chunk_id");

-- CreateIndex
CREATE INDEX "block_origin_organization_id_planning_note_id_idx" ON "block_origin"("organization_id", "planning_note_id");

-- CreateIndex
CREATE INDEX "block_origin_organization_id_agent_memory_id_idx" ON "block_origin"("organization_id", "agent_memory_id");

-- CreateIndex
CREATE INDEX "block_origin_organization_id_episode_id_idx" ON "block_origin"("organization_id", "episode_id");

-- CreateIndex
CREATE INDEX "generation_phase_organization_id_queue_id_idx" ON "generation_phase"("organization_id", "queue_id");

-- CreateIndex
CREATE INDEX "generation_phase_organization_id_episode_id_idx" ON "generation_phase"("organization_id", "episode_id");

-- CreateIndex
CREATE UNIQUE INDEX "generation_phase_queue_id_phase_key" ON "generation_phase"("queue_id", "phase");

-- CreateIndex
CREATE UNIQUE INDEX "organization_slug_key" ON "organization"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_organization_id_user_id_key" ON "membership"("organization_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_organization_id_email_idx" ON "invitation"("organization_id", "email");

-- CreateIndex
CREATE INDEX "invitation_invited_by_id_idx" ON "invitation"("invited_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "session_active_organization_id_idx" ON "session"("active_organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_token_token_hash_key" ON "sign_in_token"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_token_user_id_idx" ON "sign_in_token"("user_id");

-- CreateIndex
CREATE INDEX "planning_note_organization_id_project_id_status_idx" ON "planning_note"("organization_id", "project_id", "status");

-- CreateIndex
CREATE INDEX "planning_note_organization_id_episode_id_idx" ON "planning_note"("organization_id", "episode_id");

-- CreateIndex
CREATE INDEX "planning_note_organization_id_block_id_idx" ON "planning_note"("organization_id", "block_id");

-- CreateIndex
CREATE INDEX "planning_note_organization_id_planned_for_id_idx" ON "planning_note"("organization_id", "planned_for_id");

-- CreateIndex
CREATE INDEX "planning_note_author_id_idx" ON "planning_note"("author_id");

-- CreateIndex
CREATE INDEX "planning_note_settled_by_id_idx" ON "planning_note"("settled_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "planning_note_organization_id_id_key" ON "planning_note"("organization_id", "id");

-- CreateIndex
CREATE INDEX "agent_memory_organization_id_project_id_status_idx" ON "agent_memory"("organization_id", "project_id", "status");

-- CreateIndex
CREATE INDEX "agent_memory_organization_id_origin_note_id_idx" ON "agent_memory"("organization_id", "origin_note_id");

-- CreateIndex
CREATE INDEX "agent_memory_organization_id_origin_episode_id_idx" ON "agent_memory"("organization_id", "origin_episode_id");

-- CreateIndex
CREATE INDEX "agent_memory_organization_id_origin_message_id_idx" ON "agent_memory"("organization_id", "origin_message_id");

-- CreateIndex
CREATE INDEX "agent_memory_organization_id_superseded_by_id_idx" ON "agent_memory"("organization_id", "superseded_by_id");

-- CreateIndex
CREATE INDEX "agent_memory_origin_user_id_idx" ON "agent_memory"("origin_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "agent_memory_organization_id_id_key" ON "agent_memory"("organization_id", "id");

-- CreateIndex
CREATE INDEX "project_organization_id_created_at_idx" ON "project"("organization_id", "created_at");

-- CreateIndex
CREATE INDEX "project_created_by_id_idx" ON "project"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_organization_id_id_key" ON "project"("organization_id", "id");

-- CreateIndex
CREATE INDEX "highlight_organization_id_block_id_idx" ON "highlight"("organization_id", "block_id");

-- CreateIndex
CREATE INDEX "highlight_user_id_idx" ON "highlight"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_schedule_organization_id_project_id_key" ON "project_schedule"("organization_id", "project_id");

-- CreateIndex
CREATE INDEX "episode_schedule_queue_organization_id_project_id_slot_at_idx" ON "episode_schedule_queue"("organization_id", "project_id", "slot_at");

-- CreateIndex
CREATE INDEX "episode_schedule_queue_requested_by_id_idx" ON "episode_schedule_queue"("requested_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "episode_schedule_queue_organization_id_id_key" ON "episode_schedule_queue"("organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "episode_schedule_queue_project_id_occurrence_key_key" ON "episode_schedule_queue"("project_id", "occurrence_key");

-- CreateIndex
CREATE INDEX "source_organization_id_project_id_created_at_idx" ON "source"("organization_id", "project_id", "created_at");

-- CreateIndex
CREATE INDEX "source_added_by_id_idx" ON "source"("added_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_organization_id_id_key" ON "source"("organization_id", "id");

-- CreateIndex
CREATE INDEX "source_chunk_organization_id_source_id_idx" ON "source_chunk"("organization_id", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_chunk_organization_id_id_key" ON "source_chunk"("organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "source_chunk_source_id_ordinal_key" ON "source_chunk"("source_id", "ordinal");

-- CreateIndex
CREATE INDEX "model_price_provider_model_valid_from_idx" ON "model_price"("provider", "model", "valid_from");

-- CreateIndex
CREATE INDEX "model_price_organization_id_idx" ON "model_price"("organization_id");

-- CreateIndex
CREATE INDEX "token_usage_organization_id_occurred_at_idx" ON "token_usage"("organization_id", "occurred_at");

-- CreateIndex
CREATE INDEX "token_usage_organization_id_project_id_occurred_at_idx" ON "token_usage"("organization_id", "project_id", "occurred_at");

-- CreateIndex
CREATE INDEX "token_usage_organization_id_episode_id_idx" ON "token_usage"("organization_id", "episode_id");

-- CreateIndex
CREATE INDEX "token_usage_organization_id_queue_id_idx" ON "token_usage"("organization_id", "queue_id");

-- CreateIndex
CREATE INDEX "token_usage_user_id_idx" ON "token_usage"("user_id");

-- CreateIndex
CREATE INDEX "token_usage_model_price_id_idx" ON "token_usage"("model_price_id");

-- CreateIndex
CREATE UNIQUE INDEX "token_usage_organization_id_call_key_key" ON "token_usage"("organization_id", "call_key");

-- CreateIndex
CREATE INDEX "usage_reservation_organization_id_project_id_idx" ON "usage_reservation"("organization_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "usage_reservation_organization_id_call_key_key" ON "usage_reservation"("organization_id", "call_key");

-- CreateIndex
CREATE INDEX "token_usage_daily_organization_id_day_idx" ON "token_usage_daily"("organization_id", "day");

-- CreateIndex
CREATE INDEX "token_usage_daily_organization_id_project_id_idx" ON "token_usage_daily"("organization_id", "project_id");

-- CreateIndex
CREATE INDEX "budget_organization_id_project_id_idx" ON "budget"("organization_id", "project_id");

-- AddForeignKey
ALTER TABLE "user_event" ADD CONSTRAINT "user_event_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_event" ADD CONSTRAINT "user_event_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_event" ADD CONSTRAINT "user_event_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_event" ADD CONSTRAINT "user_event_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_actor_user_id_fkey" FOREIGN KEY ("actor_user_id") REFERENCES "user"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_session" ADD CONSTRAINT "chat_session_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_session" ADD CONSTRAINT "chat_session_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_session" ADD CONSTRAINT "chat_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_message" ADD CONSTRAINT "chat_message_organization_id_chat_session_id_fkey" FOREIGN KEY ("organization_id", "chat_session_id") REFERENCES "chat_session"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_organization_id_subscription_id_fkey" FOREIGN KEY ("organization_id", "subscription_id") REFERENCES "subscription"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suppression" ADD CONSTRAINT "suppression_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "episode" ADD CONSTRAINT "episode_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "episode" ADD CONSTRAINT "episode_organization_id_queue_id_fkey" FOREIGN KEY ("organization_id", "queue_id") REFERENCES "episode_schedule_queue"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block" ADD CONSTRAINT "block_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block_origin" ADD CONSTRAINT "block_origin_organization_id_block_id_fkey" FOREIGN KEY ("organization_id", "block_id") REFERENCES "block"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block_origin" ADD CONSTRAINT "block_origin_organization_id_source_chunk_id_fkey" FOREIGN KEY ("organization_id", "source_chunk_id") REFERENCES "source_chunk"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block_origin" ADD CONSTRAINT "block_origin_organization_id_planning_note_id_fkey" FOREIGN KEY ("organization_id", "planning_note_id") REFERENCES "planning_note"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block_origin" ADD CONSTRAINT "block_origin_organization_id_agent_memory_id_fkey" FOREIGN KEY ("organization_id", "agent_memory_id") REFERENCES "agent_memory"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "block_origin" ADD CONSTRAINT "block_origin_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "generation_phase" ADD CONSTRAINT "generation_phase_organization_id_queue_id_fkey" FOREIGN KEY ("organization_id", "queue_id") REFERENCES "episode_schedule_queue"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "generation_phase" ADD CONSTRAINT "generation_phase_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_active_organization_id_fkey" FOREIGN KEY ("active_organization_id") REFERENCES "organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_token" ADD CONSTRAINT "sign_in_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planning_note" ADD CONSTRAINT "planning_note_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planning_note" ADD CONSTRAINT "planning_note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planning_note" ADD CONSTRAINT "planning_note_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planning_note" ADD CONSTRAINT "planning_note_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planning_note" ADD CONSTRAINT "planning_note_organization_id_block_id_fkey" FOREIGN KEY ("organization_id", "block_id") REFERENCES "block"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planning_note" ADD CONSTRAINT "planning_note_organization_id_planned_for_id_fkey" FOREIGN KEY ("organization_id", "planned_for_id") REFERENCES "episode_schedule_queue"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_memory" ADD CONSTRAINT "agent_memory_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_memory" ADD CONSTRAINT "agent_memory_organization_id_origin_note_id_fkey" FOREIGN KEY ("organization_id", "origin_note_id") REFERENCES "planning_note"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_memory" ADD CONSTRAINT "agent_memory_organization_id_origin_episode_id_fkey" FOREIGN KEY ("organization_id", "origin_episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_memory" ADD CONSTRAINT "agent_memory_organization_id_origin_message_id_fkey" FOREIGN KEY ("organization_id", "origin_message_id") REFERENCES "chat_message"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_memory" ADD CONSTRAINT "agent_memory_origin_user_id_fkey" FOREIGN KEY ("origin_user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_memory" ADD CONSTRAINT "agent_memory_organization_id_superseded_by_id_fkey" FOREIGN KEY ("organization_id", "superseded_by_id") REFERENCES "agent_memory"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "highlight" ADD CONSTRAINT "highlight_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "highlight" ADD CONSTRAINT "highlight_organization_id_block_id_fkey" FOREIGN KEY ("organization_id", "block_id") REFERENCES "block"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_schedule" ADD CONSTRAINT "project_schedule_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "episode_schedule_queue" ADD CONSTRAINT "episode_schedule_queue_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "episode_schedule_queue" ADD CONSTRAINT "episode_schedule_queue_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_chunk" ADD CONSTRAINT "source_chunk_organization_id_source_id_fkey" FOREIGN KEY ("organization_id", "source_id") REFERENCES "source"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_price" ADD CONSTRAINT "model_price_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "token_usage" ADD CONSTRAINT "token_usage_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "token_usage" ADD CONSTRAINT "token_usage_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "token_usage" ADD CONSTRAINT "token_usage_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "token_usage" ADD CONSTRAINT "token_usage_organization_id_queue_id_fkey" FOREIGN KEY ("organization_id", "queue_id") REFERENCES "episode_schedule_queue"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "token_usage" ADD CONSTRAINT "token_usage_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "token_usage" ADD CONSTRAINT "token_usage_model_price_id_fkey" FOREIGN KEY ("model_price_id") REFERENCES "model_price"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_reservation" ADD CONSTRAINT "usage_reservation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_reservation" ADD CONSTRAINT "usage_reservation_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "token_usage_daily" ADD CONSTRAINT "token_usage_daily_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "token_usage_daily" ADD CONSTRAINT "token_usage_daily_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usage_day" ADD CONSTRAINT "usage_day_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget" ADD CONSTRAINT "budget_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget" ADD CONSTRAINT "budget_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

