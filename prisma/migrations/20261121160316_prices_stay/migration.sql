-- A price is added and never changed or taken back: it explains what was paid by it.
REVOKE UPDATE, DELETE ON model_price FROM episodic_app, episodic_worker;
