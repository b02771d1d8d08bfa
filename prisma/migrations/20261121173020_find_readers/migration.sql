-- Who opened an episode in a period is found by walking this from one reader to the next.
CREATE INDEX user_event_opened ON user_event (organization_id, user_id, occurred_at) WHERE type = 'episode_opened';
