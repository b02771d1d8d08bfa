-- The second of two editors is told who was first.
ALTER TABLE agent_memory ADD COLUMN changed_by_id UUID, ADD COLUMN changed_at TIMESTAMPTZ(3);
CREATE INDEX agent_memory_changed_by_id_idx ON agent_memory (changed_by_id);
ALTER TABLE agent_memory ADD CONSTRAINT agent_memory_changed_by_id_fkey FOREIGN KEY (changed_by_id) REFERENCES "user"(id) ON DELETE SET NULL ON UPDATE CASCADE;
