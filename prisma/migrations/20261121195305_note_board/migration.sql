-- One column of the board in its order, and the counts of all columns without a look at the rows.
CREATE INDEX planning_note_board ON planning_note (organization_id, project_id, status, created_at DESC, id DESC) INCLUDE (author_id)
  WHERE merged_into_id IS NULL;

-- Outside of every organization, a person finds the steps that they took, to take them along.
CREATE POLICY own_rows_apart ON note_step FOR SELECT TO episodic_app
  USING (current_organization() IS NULL AND actor_id = current_person());
