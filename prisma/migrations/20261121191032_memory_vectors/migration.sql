-- A signed byte for each number of a vector: thousands of memories are compared in a search, and as an array of reals they are twenty times
-- as long on the way. No release has written a vector yet.
ALTER TABLE agent_memory DROP CONSTRAINT memory_vector;
ALTER TABLE agent_memory DROP COLUMN vector;
ALTER TABLE agent_memory ADD COLUMN vector BYTEA, ADD COLUMN origin_key TEXT;
CREATE UNIQUE INDEX agent_memory_organization_id_project_id_origin_key_key ON agent_memory (organization_id, project_id, origin_key);
ALTER TABLE agent_memory
  ADD CONSTRAINT memory_vector CHECK ((vector_model IS NULL) = (vector IS NULL)),
  -- What was covered is recorded by code, of an episode; no note, chat or person says so.
  ADD CONSTRAINT memory_covered CHECK (kind <> 'COVERED_TOPIC' OR origin = 'EPISODE'),
  ADD CONSTRAINT memory_origin_named CHECK (
    (origin <> 'NOTE' OR origin_note_id IS NOT NULL) AND (origin <> 'EPISODE' OR origin_episode_id IS NOT NULL));

-- Outside of every organization, a person finds what was learnt from them in any of them.
CREATE POLICY own_rows_apart ON agent_memory FOR SELECT TO episodic_app
  USING (current_organization() IS NULL AND origin_user_id = current_person());
