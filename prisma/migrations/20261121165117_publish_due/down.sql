DROP FUNCTION publish_due(timestamptz, timestamptz, uuid, integer);
