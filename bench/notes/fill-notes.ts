import { randomUUID } from "node:crypto";
import type pg from "pg";
import { systemClock } from "#platform/clock.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";

const PEOPLE = 60;
const EPISODES = 50;
const BLOCKS = 6;
/** Of every hundred notes. */
const WAITING = 24;
const PLANNED = 30;
const USED = 80;

export interface FilledNotes {
  ctx: Ctx;
  projectId: string;
  userId: string;
  /** Notes in the middle of their columns: one that many ask for, one that changed blocks. */
  votedId: string;
  usedId: string;
}

/**
 * A project of fifty episodes and so many notes from sixty people, the owner one of them: a quarter waits, some of it for an editor or merged into
 * others, a little is planned, half was used, the rest declined. Each has the steps of its life, what was used its plans and blocks; there are
 * open contradictions, proposals of memory, some more in another project of the same organization, and many in others.
 */
export async function fillNotes(
  database: TestDatabase,
  admin: pg.Client,
  notes: number,
): Promise<FilledNotes> {
  const { ctx, organizationId, userId } = await makeOrganization(database.app, { clock: systemClock });
  const { id: projectId } = await makeProject(ctx, { title: "A series with many notes" });
  const { id: otherId } = await makeProject(ctx, { title: "The series beside it" });
  await inOrganization(ctx, ({ tx }) => tx.organization.updateMany({ data: { setUpAt: systemClock.now() } }));
  // The rows are made right: asking so of each reference would take longer than making them.
  await admin.query("set session_replication_role = replica");
  await admin.query(PEOPLE_SQL, [organizationId, userId, PEOPLE]);
  for (const [each, count] of [
    [projectId, notes],
    [otherId, Math.ceil(notes / 5)],
  ] as const) {
    const open = await makeRun(ctx, each, { occurrenceKey: "2030-01-01" });
    await admin.query(EPISODES_SQL, [organizationId, each, EPISODES]);
    await admin.query(BLOCKS_SQL, [organizationId, each, BLOCKS]);
    await admin.query(NOTES_SQL, [organizationId, each, count, open.id]);
    for (const statement of [MERGED_SQL, CONFLICTS_SQL, STEPS_SQL, PLANS_SQL, ORIGINS_SQL, MEMORIES_SQL]) {
      await admin.query(statement, [organizationId, each]);
    }
  }
  await admin.query(ELSEWHERE_SQL, [randomUUID(), randomUUID(), notes * 3]);
  await admin.query(NOTIFICATIONS_SQL, [organizationId, userId]);
  await admin.query("set session_replication_role = origin");
  // As the database does by itself before long.
  await admin.query("vacuum analyze");
  const { rows } = await admin.query<{ votedId: string; usedId: string }>(LOOKED_AT_SQL, [projectId]);
  if (!rows[0]) throw new Error("No note to look at was made.");
  return { ctx, projectId, userId, ...rows[0] };
}

const PEOPLE_SQL = `
with made as (
  insert into "user" (email, name) select 'reader-' || n || '@notes.example', 'Reader ' || n from generate_series(2, $3::int) n
  returning id)
insert into membership (organization_id, user_id, role) select $1::uuid, id, 'READER' from made where id <> $2::uuid`;

const EPISODES_SQL = `
with run as (
  insert into episode_schedule_queue (organization_id, project_id, occurrence_key, slot_at, available_at, started_at, status, ready_at, published_at, finished_at)
  select $1, $2, to_char(at, 'YYYY-MM-DD'), at, at, at, 'PUBLISHED', at, at, at
  from generate_series(1, $3::int) n cross join lateral (select now() - interval '1 day' * ($3::int - n + 1) as at) as slot
  returning id, slot_at)
insert into episode (organization_id, project_id, queue_id, status, number, title, dek, minutes, word_count, writer, writer_version, ready_at, published_at)
select $1, $2, id, 'PUBLISHED', row_number() over (order by slot_at), 'Episode of ' || to_char(slot_at, 'DD Mon'), '', 5, 900, 'built-in', '1', slot_at, slot_at
from run`;

const BLOCKS_SQL = `
insert into block (organization_id, episode_id, ordinal, type, markdown, html)
select $1, e.id, n, 'MARKDOWN', 'What was decided.', '<p>What was decided.</p>'
from episode e cross join generate_series(0, $3::int - 1) n where e.project_id = $2`;

const NOTES_SQL = `
with meaning as materialized (select array_agg(random()::real) as vector from generate_series(1, 512)),
  person as (select user_id, row_number() over (order by user_id) - 1 as seat, count(*) over () as people from membership where organization_id = $1),
  stage as (
    select n, n % 100 as place, 1 + n / 100 as hundred,
      now() - interval '90 days' + interval '90 days' * (n::float8 / $3::int) as at,
      (array['MORE_OF','LESS_OF','CORRECT','ASK','TONE','LENGTH','SCHEDULE','OTHER'])[1 + n % 8]::note_intent as intent
    from generate_series(0, $3::int - 1) n),
  note as (
    select stage.*, case when place < ${WAITING} then case when place % 12 = 5 then 'RECEIVED' else 'UNDERSTOOD' end
      when place < ${PLANNED} then 'PLANNED' when place < ${USED} then case when place % 5 = 0 then 'PARTLY_USED' else 'USED' end
      else 'DECLINED' end::note_status as status
    from stage)
insert into planning_note (organization_id, project_id, author_id, text, scope, until_date, status, intent, paraphrase, topic_terms, target, directive,
  understood_by, attention, vector, vector_model, planned_for_id, planned_at, reason, settled_at, settled_by_id, created_at, understood_at)
select $1, $2, p.user_id,
  'Please say more about the night ferry of harbour ' || n || ', and why the timetable of that week was kept as it is although two boats were out of service.',
  case when n % 17 = 0 then 'ALWAYS' when n % 19 = 0 then 'UNTIL_DATE' else 'NEXT_EPISODE' end::note_scope,
  case when n % 17 <> 0 and n % 19 = 0 then current_date + 30 end,
  status, intent, 'Wants to read more about the night ferry of harbour ' || n || '.', array['night ferry', 'harbour ' || n], 'TOPIC',
  '{"kind":"MORE_OF","terms":["night ferry"]}', 'RULES',
  case when status = 'UNDERSTOOD' and place % 6 = 0 then (array['CONTRADICTION','CORRECTION','SCHEDULE','UNCLEAR'])[1 + place / 6 % 4]::note_attention end,
  meaning.vector, 'test',
  case when status = 'PLANNED' then $4::uuid end, case when status = 'PLANNED' then at + interval '1 hour' end,
  case when status in ('PARTLY_USED', 'DECLINED') then 'The sources say no more about it than the last episode did.' end,
  case when status in ('USED', 'PARTLY_USED', 'DECLINED') then at + interval '1 day' end,
  case when status = 'DECLINED' then p.user_id end, at, case when status <> 'RECEIVED' then at + interval '1 minute' end
from note cross join meaning join person p on p.seat = note.n % p.people`;

/** Every fifth waiting note joins the one before it. */
const MERGED_SQL = `
with waiting as (
  select id, row_number() over (order by created_at) as n, lag(id) over (order by created_at) as lead_id
  from planning_note where organization_id = $1 and project_id = $2 and status = 'UNDERSTOOD' and attention is null)
update planning_note set merged_into_id = lead_id from waiting where waiting.id = planning_note.id and waiting.n % 5 = 0`;

const CONFLICTS_SQL = `
with waiting as (
  select id, lead(id) over (order by created_at) as other_id, row_number() over (order by created_at) as n
  from planning_note where organization_id = $1 and project_id = $2 and attention = 'CONTRADICTION')
insert into note_conflict (organization_id, project_id, first_note_id, second_note_id, found_at)
select $1, $2, least(id, other_id), greatest(id, other_id), now() from waiting where n % 2 = 1 and other_id is not null`;

const STEPS_SQL = `
insert into note_step (organization_id, project_id, note_id, kind, actor_id, reason, at)
select $1, $2, note.id, step.kind, case when step.kind in ('RECEIVED', 'DECLINED') then author_id end,
  case when step.kind in ('PARTLY_USED', 'DECLINED') then reason end, created_at + interval '1 minute' * step.n
from planning_note note cross join lateral unnest(case note.status
  when 'RECEIVED' then array['RECEIVED'] when 'UNDERSTOOD' then array['RECEIVED', 'EDITED', 'UNDERSTOOD']
  when 'PLANNED' then array['RECEIVED', 'UNDERSTOOD', 'PLANNED'] when 'DECLINED' then array['RECEIVED', 'UNDERSTOOD', 'PLANNED', 'DECLINED']
  else array['RECEIVED', 'UNDERSTOOD', 'PLANNED', note.status::text] end::note_step_kind[]) with ordinality as step (kind, n)
where note.organization_id = $1 and note.project_id = $2`;

const PLANS_SQL = `
with written as (select id, queue_id, row_number() over (order by number) - 1 as n from episode where project_id = $2),
  note as (select *, row_number() over (order by created_at) as n from planning_note where organization_id = $1 and project_id = $2
    and status in ('PLANNED', 'USED', 'PARTLY_USED'))
insert into note_plan (organization_id, project_id, note_id, queue_id, episode_id, outcome, reason, planned_at, judged_at)
select $1, $2, note.id, coalesce(note.planned_for_id, written.queue_id), case when note.status <> 'PLANNED' then written.id end,
  note.status::text::note_outcome, note.reason, note.created_at, note.settled_at
from note join written on written.n = note.n % ${EPISODES}`;

const ORIGINS_SQL = `
insert into block_origin (organization_id, block_id, kind, planning_note_id)
select $1, b.id, 'NOTE', plan.note_id from note_plan plan join block b on b.episode_id = plan.episode_id and b.ordinal in (1, 3)
where plan.organization_id = $1 and plan.project_id = $2`;

const MEMORIES_SQL = `
insert into agent_memory (organization_id, project_id, kind, text, origin, origin_note_id)
select $1, $2, 'FACT', 'The night ferry was kept.', 'NOTE', id from planning_note where organization_id = $1 and project_id = $2 and status = 'USED' limit 50`;

const NOTIFICATIONS_SQL = `
insert into notification (organization_id, user_id, project_id, note_step_id, created_at)
select $1, $2::uuid, step.project_id, step.id, step.at from note_step step join planning_note note on note.id = step.note_id
where step.organization_id = $1 and note.author_id = $2::uuid and step.kind <> 'RECEIVED'`;

/** Notes of somebody else's, so that those of the project are a part of the table and not the whole. */
const ELSEWHERE_SQL = `
insert into planning_note (organization_id, project_id, text)
select $1, $2, 'More about the night ferry of harbour ' || n from generate_series(1, $3::int) n`;

const LOOKED_AT_SQL = `
select (select merged_into_id from planning_note where project_id = $1 and merged_into_id is not null order by created_at offset 3 limit 1) as "votedId",
  (select id from planning_note where project_id = $1 and status = 'USED' order by created_at offset 50 limit 1) as "usedId"`;
