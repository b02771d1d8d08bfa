DROP POLICY own_rows_apart ON agent_memory;
ALTER TABLE agent_memory
  DROP CONSTRAINT memory_vector,
  DROP CONSTRAINT memory_covered,
  DROP CONSTRAINT memory_origin_named;
DROP INDEX agent_memory_organization_id_project_id_origin_key_key;
ALTER TABLE agent_memory DROP COLUMN origin_key, DROP COLUMN vector;
ALTER TABLE agent_memory ADD COLUMN vector REAL[] DEFAULT ARRAY[]::REAL[];
UPDATE agent_memory SET vector_model = NULL;
ALTER TABLE agent_memory ADD CONSTRAINT memory_vector CHECK ((vector_model IS NULL) = (cardinality(vector) = 0));
