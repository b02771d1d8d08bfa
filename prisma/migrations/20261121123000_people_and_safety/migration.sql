-- CreateEnum
CREATE TYPE "plan" AS ENUM ('STARTER', 'TEAM', 'UNLIMITED');

-- CreateEnum
CREATE TYPE "project_access" AS ENUM ('ALL', 'CHOSEN');

-- CreateEnum
CREATE TYPE "sign_in_method" AS ENUM ('ONE_TIME_LINK', 'EMAIL_LINK', 'EMAIL_CODE', 'PASSWORD', 'PASSKEY', 'PROVIDER');

-- CreateEnum
CREATE TYPE "session_stage" AS ENUM ('SECOND_FACTOR_DUE', 'COMPLETE');

-- CreateEnum
CREATE TYPE "passkey_purpose" AS ENUM ('REGISTER', 'SIGN_IN');

-- DropIndex
DROP INDEX "invitation_token_hash_key";

-- AlterTable
ALTER TABLE "audit_log" ADD COLUMN     "address" TEXT,
ADD COLUMN     "seal" BYTEA,
ADD COLUMN     "user_agent" TEXT;

-- AlterTable
ALTER TABLE "invitation" DROP COLUMN "token_hash",
ADD COLUMN     "link_number" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "project_access" "project_access" NOT NULL DEFAULT 'ALL',
ADD COLUMN     "project_ids" UUID[];

-- AlterTable
ALTER TABLE "membership" ADD COLUMN     "project_access" "project_access" NOT NULL DEFAULT 'ALL';

-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "plan" "plan" NOT NULL DEFAULT 'TEAM',
ADD COLUMN     "requires_second_factor" BOOLEAN NOT NULL DEFAULT false;

-- The owner of the tables is walled too; here it looks at all organizations, to keep what each may have.
ALTER TABLE organization NO FORCE ROW LEVEL SECURITY;
UPDATE organization SET plan = CASE WHEN project_limit <= 3 THEN 'STARTER' WHEN project_limit <= 25 THEN 'TEAM' ELSE 'UNLIMITED' END::plan;
ALTER TABLE organization FORCE ROW LEVEL SECURITY;
ALTER TABLE organization DROP COLUMN project_limit;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "address" TEXT,
ADD COLUMN     "authenticated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "method" "sign_in_method" NOT NULL DEFAULT 'ONE_TIME_LINK',
ADD COLUMN     "stage" "session_stage" NOT NULL DEFAULT 'COMPLETE';

-- AlterTable
ALTER TABLE "sign_in_token" ADD COLUMN     "browser_hash" BYTEA,
ADD COLUMN     "code_hash" BYTEA,
ADD COLUMN     "email" TEXT,
ADD COLUMN     "sent_at" TIMESTAMPTZ(3),
ADD COLUMN     "wrong_codes" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "user_id" DROP NOT NULL,
ALTER COLUMN "token_hash" DROP NOT NULL;

-- CreateTable
CREATE TABLE "audit_head" (
    "organization_id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealed_from" BIGINT NOT NULL,
    "seal" BYTEA NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "project_grant" (
    "organization_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "project_grant_pkey" PRIMARY KEY ("project_id","user_id")
);

-- CreateTable
CREATE TABLE "identity" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "label" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authenticator_app" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "sealed_secret" BYTEA NOT NULL,
    "last_step" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "authenticator_app_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "credential_id" BYTEA NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "is_backed_up" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey_challenge" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID,
    "purpose" "passkey_purpose" NOT NULL,
    "challenge" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "project_grant_organization_id_project_id_idx" ON "project_grant"("organization_id", "project_id");

-- CreateIndex
CREATE INDEX "project_grant_organization_id_user_id_idx" ON "project_grant"("organization_id", "user_id");

-- CreateIndex
CREATE INDEX "identity_user_id_idx" ON "identity"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "identity_provider_subject_key" ON "identity"("provider", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "authenticator_app_user_id_key" ON "authenticator_app"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_code_user_id_code_hash_key" ON "recovery_code"("user_id", "code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");

-- CreateIndex
CREATE INDEX "passkey_user_id_idx" ON "passkey"("user_id");

-- CreateIndex
CREATE INDEX "passkey_challenge_user_id_idx" ON "passkey_challenge"("user_id");

-- CreateIndex
CREATE INDEX "passkey_challenge_expires_at_idx" ON "passkey_challenge"("expires_at");

-- CreateIndex
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- CreateIndex
CREATE INDEX "sign_in_token_expires_at_idx" ON "sign_in_token"("expires_at");

-- AddForeignKey
ALTER TABLE "audit_head" ADD CONSTRAINT "audit_head_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_grant" ADD CONSTRAINT "project_grant_organization_id_project_id_fkey" FOREIGN KEY ("organization_id", "project_id") REFERENCES "project"("organization_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_grant" ADD CONSTRAINT "project_grant_organization_id_user_id_fkey" FOREIGN KEY ("organization_id", "user_id") REFERENCES "membership"("organization_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "authenticator_app" ADD CONSTRAINT "authenticator_app_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey_challenge" ADD CONSTRAINT "passkey_challenge_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What Prisma can't say ───────────────────────────────────────────────────────────────────────────────────────────

-- Set for one transaction: the projects that a member with chosen access may see; none set means all of them.
CREATE FUNCTION current_projects() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT NULLIF(current_setting('app.project_ids', true), '')::uuid[] $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON project_grant, identity, authenticator_app, recovery_code, passkey, passkey_challenge, rate_limit
  TO episodic_app, episodic_worker;
-- The head of the audit log moves on; it is never taken away.
GRANT SELECT, INSERT, UPDATE ON audit_head TO episodic_app, episodic_worker;

ALTER TABLE project_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE project_grant FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON project_grant
  USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
-- A person finds what they may see before an organization is chosen.
CREATE POLICY own_grants ON project_grant FOR SELECT USING (user_id = current_person());

ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_head FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_wall ON audit_head
  USING (organization_id = current_organization()) WITH CHECK (organization_id = current_organization());
-- The worker copies the heads to a file outside the database.
CREATE POLICY worker_scan ON audit_head FOR SELECT TO episodic_worker USING (current_organization() IS NULL);

-- The wall between projects: a second condition on top of the tenant's, for the web's role.
CREATE POLICY project_wall ON project AS RESTRICTIVE TO episodic_app
  USING ((SELECT current_projects()) IS NULL OR id = ANY ((SELECT current_projects())::uuid[]));
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['agent_memory', 'budget', 'chat_session', 'episode', 'episode_schedule_queue', 'planning_note', 'project_schedule',
    'source', 'subscription', 'token_usage', 'token_usage_daily', 'usage_reservation', 'user_event']
  LOOP
    EXECUTE format(
      'CREATE POLICY project_wall ON %I AS RESTRICTIVE TO episodic_app USING ((SELECT current_projects()) IS NULL OR project_id IS NULL OR project_id = ANY ((SELECT current_projects())::uuid[]))',
      walled);
  END LOOP;
END $$;
-- What hangs below is walled through what it hangs on.
CREATE POLICY project_wall ON block AS RESTRICTIVE TO episodic_app
  USING ((SELECT current_projects()) IS NULL OR EXISTS (SELECT FROM episode e WHERE e.id = episode_id));
CREATE POLICY project_wall ON generation_phase AS RESTRICTIVE TO episodic_app
  USING ((SELECT current_projects()) IS NULL OR EXISTS (SELECT FROM episode e WHERE e.id = episode_id));
CREATE POLICY project_wall ON delivery AS RESTRICTIVE TO episodic_app
  USING ((SELECT current_projects()) IS NULL OR EXISTS (SELECT FROM episode e WHERE e.id = episode_id));
CREATE POLICY project_wall ON block_origin AS RESTRICTIVE TO episodic_app
  USING ((SELECT current_projects()) IS NULL OR EXISTS (SELECT FROM block b WHERE b.id = block_id));
CREATE POLICY project_wall ON highlight AS RESTRICTIVE TO episodic_app
  USING ((SELECT current_projects()) IS NULL OR EXISTS (SELECT FROM block b WHERE b.id = block_id));
CREATE POLICY project_wall ON source_chunk AS RESTRICTIVE TO episodic_app
  USING ((SELECT current_projects()) IS NULL OR EXISTS (SELECT FROM source s WHERE s.id = source_id));
CREATE POLICY project_wall ON chat_message AS RESTRICTIVE TO episodic_app
  USING ((SELECT current_projects()) IS NULL OR EXISTS (SELECT FROM chat_session c WHERE c.id = chat_session_id));

ALTER TABLE membership
  ADD CONSTRAINT membership_access CHECK (project_access = 'ALL' OR role IN ('EDITOR', 'READER'));
ALTER TABLE invitation
  ADD CONSTRAINT invitation_access CHECK (project_access = 'ALL' OR role IN ('EDITOR', 'READER')),
  ADD CONSTRAINT invitation_no_owner CHECK (role <> 'OWNER');
ALTER TABLE sign_in_token
  ADD CONSTRAINT token_for_somebody CHECK (num_nonnulls(user_id, email) >= 1),
  ADD CONSTRAINT token_used_by_somebody CHECK (used_at IS NULL OR user_id IS NOT NULL),
  ADD CONSTRAINT token_guesses CHECK (wrong_codes BETWEEN 0 AND 5);
ALTER TABLE audit_head
  ADD CONSTRAINT head_in_order CHECK (sequence > 0 AND sealed_from BETWEEN 1 AND sequence),
  ADD CONSTRAINT head_hash CHECK (octet_length(hash) = 32 AND octet_length(seal) = 32);
ALTER TABLE audit_log ADD CONSTRAINT audit_seal CHECK (octet_length(seal) = 32);

-- One open offer for an address; it is renewed instead of doubled.
CREATE UNIQUE INDEX invitation_open ON invitation (organization_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL;

-- The head follows the log row by row; whoever sets it back would hide what was cut off.
CREATE FUNCTION audit_head_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.sequence <> OLD.sequence + 1 OR NEW.sealed_from <> OLD.sealed_from OR NEW.organization_id <> OLD.organization_id THEN
    RAISE EXCEPTION 'the head of the audit log moves on by one row at a time' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_head_moves_on BEFORE UPDATE ON audit_head FOR EACH ROW EXECUTE FUNCTION audit_head_moves_on();

-- An organization keeps an owner. The lock makes two owners who leave at once wait for each other.
CREATE FUNCTION keep_an_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.role = 'OWNER' AND NEW.organization_id = OLD.organization_id AND NEW.user_id = OLD.user_id THEN
    RETURN NULL;
  END IF;
  PERFORM FROM organization WHERE id = OLD.organization_id FOR NO KEY UPDATE;
  IF FOUND AND NOT EXISTS (SELECT FROM membership WHERE organization_id = OLD.organization_id AND role = 'OWNER') THEN
    RAISE EXCEPTION 'an organization keeps an owner' USING ERRCODE = 'check_violation', CONSTRAINT = 'organization_keeps_an_owner';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_an_owner AFTER UPDATE OR DELETE ON membership FOR EACH ROW WHEN (OLD.role = 'OWNER') EXECUTE FUNCTION keep_an_owner();
