-- A row of the audit log is its number in the organization. The id beside it was in no hash, so it could be changed unseen.
ALTER TABLE audit_log DROP CONSTRAINT audit_log_pkey, DROP COLUMN id;
ALTER TABLE audit_log ADD CONSTRAINT audit_log_pkey PRIMARY KEY (organization_id, sequence);
DROP INDEX audit_log_organization_id_sequence_key;
