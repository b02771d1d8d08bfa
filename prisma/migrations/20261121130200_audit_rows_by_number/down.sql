-- Rows get ids again, other ones than they had: nothing pointed at them.

CREATE UNIQUE INDEX audit_log_organization_id_sequence_key ON audit_log (organization_id, sequence);
ALTER TABLE audit_log DROP CONSTRAINT audit_log_pkey, ADD COLUMN id uuid NOT NULL DEFAULT uuid_v7();
ALTER TABLE audit_log ADD CONSTRAINT audit_log_pkey PRIMARY KEY (id);
