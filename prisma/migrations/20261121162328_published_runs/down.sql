DROP INDEX queue_published;
