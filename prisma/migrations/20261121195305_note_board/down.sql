DROP POLICY own_rows_apart ON note_step;
DROP INDEX planning_note_board;
