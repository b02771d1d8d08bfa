ALTER TABLE agent_memory DROP COLUMN changed_by_id, DROP COLUMN changed_at;
