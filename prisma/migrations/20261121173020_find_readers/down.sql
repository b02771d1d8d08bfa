DROP INDEX user_event_opened;
