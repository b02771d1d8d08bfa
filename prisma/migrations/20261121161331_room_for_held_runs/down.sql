DROP INDEX queue_wants_room;
-- The wall is forced on the owner too, who acts for no organization here.
ALTER TABLE episode_schedule_queue NO FORCE ROW LEVEL SECURITY;
UPDATE episode_schedule_queue SET held_for_nanos = NULL WHERE hold_kind IS NULL AND held_for_nanos IS NOT NULL;
ALTER TABLE episode_schedule_queue FORCE ROW LEVEL SECURITY;
ALTER TABLE episode_schedule_queue DROP CONSTRAINT queue_hold,
  ADD CONSTRAINT queue_hold CHECK ((hold_kind IS NULL OR status = 'HELD') AND (held_for_nanos IS NULL OR hold_kind IS NOT NULL) AND held_for_nanos >= 0);
