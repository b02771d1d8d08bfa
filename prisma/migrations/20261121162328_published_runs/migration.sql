-- How punctual the last days were is asked by the queue's page.
CREATE INDEX queue_published ON episode_schedule_queue (organization_id, published_at) WHERE status = 'PUBLISHED';
