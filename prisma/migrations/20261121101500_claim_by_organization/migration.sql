-- A claim asks organization by organization, oldest first, so that a long backlog of one costs the others nothing.
DROP INDEX queue_claimable;
CREATE INDEX queue_claimable ON episode_schedule_queue (organization_id, available_at, id) WHERE status IN ('PENDING', 'RETRYING');
