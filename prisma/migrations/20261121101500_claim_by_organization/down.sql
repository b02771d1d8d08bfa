-- Puts the index back as it was.

DROP INDEX queue_claimable;
CREATE INDEX queue_claimable ON episode_schedule_queue (available_at, organization_id) WHERE status IN ('PENDING', 'RETRYING');
