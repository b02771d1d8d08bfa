GRANT UPDATE, DELETE ON model_price TO episodic_app, episodic_worker;
