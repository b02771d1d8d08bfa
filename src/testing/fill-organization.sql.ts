/**
 * One row in every tenant table for the organization $1 and its person $2, for tests of the walls between tenants. A new table without
 * a row here fails that test.
 */
export const FILL_ORGANIZATION = `
with
  org as (insert into organization (id, name, slug) values ($1::uuid, 'Org', 'org-' || $1::uuid) returning id),
  p as (insert into project (organization_id, title, goal, cadence_config) select id, 'T', 'G', '{}' from org returning id, organization_id),
  mem as (insert into membership (organization_id, user_id, role) select id, $2::uuid, 'OWNER' from org),
  inv as (insert into invitation (organization_id, email, role, expires_at) select id, 'i@example.test', 'READER', now() from org),
  grant_ as (insert into project_grant (organization_id, project_id, user_id) select organization_id, id, $2::uuid from p),
  head as (insert into audit_head (organization_id, sequence, hash, sealed_from, seal) select id, 1, sha256('1'), 1, sha256('s') from org),
  sched as (insert into project_schedule (project_id, organization_id) select id, organization_id from p),
  q as (insert into episode_schedule_queue (organization_id, project_id, occurrence_key, slot_at, available_at)
    select organization_id, id, '2026-11-23', now(), now() from p returning id, organization_id),
  src as (insert into source (organization_id, project_id, title, file_name, size_bytes, content_hash)
    select organization_id, id, 'S', 's.md', 1, sha256('s') from p returning id, organization_id),
  chunk as (insert into source_chunk (organization_id, source_id, ordinal, text, token_count, char_count, content_hash)
    select organization_id, id, 0, 'text', 1, 4, sha256('c') from src returning id, organization_id),
  ep as (insert into episode (organization_id, project_id, queue_id, writer, writer_version)
    select p.organization_id, p.id, q.id, 'w', '1' from p, q returning id, organization_id, project_id, queue_id),
  blk as (insert into block (organization_id, episode_id, ordinal, type, markdown, html)
    select organization_id, id, 0, 'MARKDOWN', 'm', 'm' from ep returning id, organization_id),
  origin as (insert into block_origin (organization_id, block_id, kind, source_chunk_id)
    select blk.organization_id, blk.id, 'PASSAGE', chunk.id from blk, chunk),
  phase as (insert into generation_phase (organization_id, queue_id, episode_id, phase, started_at)
    select organization_id, queue_id, id, 'GATHER', now() from ep),
  note as (insert into planning_note (organization_id, project_id, text) select organization_id, id, 'n' from p
    returning id, organization_id, project_id),
  opposite as (insert into planning_note (organization_id, project_id, text) select organization_id, project_id, 'o' from note
    returning id, organization_id, project_id),
  conflict as (insert into note_conflict (organization_id, project_id, first_note_id, second_note_id, found_at)
    select note.organization_id, note.project_id, least(note.id, opposite.id), greatest(note.id, opposite.id), now() from note, opposite),
  memory as (insert into agent_memory (organization_id, project_id, kind, text, origin) select organization_id, id, 'FACT', 'm', 'PERSON' from p
    returning id, organization_id, project_id),
  plan as (insert into note_plan (organization_id, project_id, note_id, queue_id, planned_at)
    select note.organization_id, project_id, note.id, q.id, now() from note, q),
  step as (insert into note_step (organization_id, project_id, note_id, kind, at)
    select organization_id, project_id, id, 'RECEIVED', now() from note returning id, organization_id, project_id),
  told as (insert into notification (organization_id, user_id, project_id, note_step_id, created_at)
    select organization_id, $2::uuid, project_id, id, now() from step),
  recalled as (insert into memory_use (organization_id, project_id, memory_id, queue_id, rank, score, used_at)
    select memory.organization_id, project_id, memory.id, q.id, 1, 0.5, now() from memory, q),
  link as (insert into continuity_link (organization_id, project_id, episode_id, kind, topic)
    select organization_id, project_id, id, 'ADDS', 't' from ep),
  health as (insert into episode_health (episode_id, organization_id, project_id, repeated_share, cited_share, notes_planned, notes_used,
      notes_partly, notes_waiting, measured_at)
    select id, organization_id, project_id, 0, 1, 0, 0, 0, 0, now() from ep),
  price as (insert into model_price (organization_id, provider, model, valid_from, uncached_input_nanos_per_million,
      cache_read_nanos_per_million, cache_write_nanos_per_million, output_nanos_per_million)
    select id, 'p', 'm', now(), 1, 1, 1, 1 from org returning id, organization_id),
  usage as (insert into token_usage (organization_id, call_key, purpose, provider, model, model_price_id, uncached_input_tokens, output_tokens, cost_nanos, occurred_at)
    select organization_id, 'k', 'p', 'p', 'm', id, 1, 1, 1, now() from price),
  reservation as (insert into usage_reservation (organization_id, call_key, step_key, purpose, provider, model, model_price_id, worst_input_tokens,
      worst_output_tokens, worst_case_nanos, day, month, expires_at)
    select organization_id, 'k', 'k', 'p', 'p', 'm', id, 1, 1, 1, '2026-11-20', '2026-11-01', now() from price),
  spent as (insert into spending_window (organization_id, scope_id, "window", starts_on) select id, id, 'DAY', '2026-11-20' from org),
  choice as (insert into model_choice (organization_id, provider, model) select id, 'p', 'm' from org),
  compared as (insert into usage_reconciliation (organization_id, compared_at, from_day, until_day, days_compared)
    select id, now(), '2026-11-20', '2026-11-20', 1 from org),
  daily as (insert into token_usage_daily (organization_id, day, provider, model, purpose, call_count, uncached_input_tokens,
      cache_read_tokens, cache_write_tokens, output_tokens, reasoning_tokens, cost_nanos, computed_at)
    select id, '2026-11-20', 'p', 'm', 'p', 1, 1, 0, 0, 1, 0, 1, now() from org),
  written as (insert into episode_usage_daily (organization_id, day, call_count, uncached_input_tokens, cache_read_tokens, cache_write_tokens,
      output_tokens, reasoning_tokens, cost_nanos, computed_at)
    select id, '2026-11-20', 1, 1, 0, 0, 1, 0, 1, now() from org),
  day as (insert into usage_day (organization_id, day, changed_at) select id, '2026-11-20', now() from org),
  budget as (insert into budget (organization_id, "window", ceiling_nanos) select id, 'DAY', 1 from org returning id, organization_id),
  notice as (insert into budget_notice (organization_id, budget_id, scope_id, starts_on, kind, told_at)
    select organization_id, id, organization_id, '2026-11-20', 'REACHED_50', now() from budget),
  event as (insert into user_event (organization_id, type, occurred_at) select id, 'signed_in', now() from org),
  audit as (insert into audit_log (organization_id, sequence, actor_kind, actor_name, action, target_type, target_id, occurred_at, previous_hash, hash)
    select id, 1, 'SYSTEM', 'j', 'a', 't', 'i', now(), sha256('0'), sha256('1') from org),
  sub as (insert into subscription (organization_id, project_id, email, channel) select organization_id, id, 's@example.test', 'EMAIL' from p
    returning id, organization_id),
  del as (insert into delivery (organization_id, episode_id, subscription_id, channel, available_at)
    select sub.organization_id, ep.id, sub.id, 'EMAIL', now() from sub, ep),
  sup as (insert into suppression (organization_id, email, reason) select id, 'x@example.test', 'asked' from org),
  chat as (insert into chat_session (organization_id, project_id, user_id) select organization_id, id, $2::uuid from p returning id, organization_id),
  msg as (insert into chat_message (organization_id, chat_session_id, role, text) select organization_id, id, 'PERSON', 't' from chat)
insert into highlight (organization_id, user_id, block_id, start_offset, end_offset, quote)
  select organization_id, $2::uuid, id, 0, 1, 'm' from blk`;
