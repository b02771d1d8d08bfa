-- A run that was let go on keeps what it was held for until its attempt ends: it has not set that aside yet, and the next to be let go must not count on
-- the same room.
ALTER TABLE episode_schedule_queue DROP CONSTRAINT queue_hold,
  ADD CONSTRAINT queue_hold CHECK ((hold_kind IS NULL OR status = 'HELD') AND held_for_nanos >= 0);
CREATE INDEX queue_wants_room ON episode_schedule_queue (organization_id) WHERE held_for_nanos IS NOT NULL;
