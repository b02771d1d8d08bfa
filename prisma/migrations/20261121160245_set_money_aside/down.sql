DROP FUNCTION sweep_usage(uuid, uuid, timestamptz);
DROP FUNCTION release_usage(uuid, text, text, uuid, timestamptz);
DROP FUNCTION settle_usage(uuid, text, text, uuid, timestamptz, bigint, bigint, bigint, bigint, bigint, bigint, usage_settlement, integer, jsonb);
DROP FUNCTION enter_reservation(usage_reservation, timestamptz, bigint, bigint, bigint, bigint, bigint, bigint, usage_settlement, integer);
DROP FUNCTION reserve_usage(uuid, text, text, timestamptz, timestamptz, text, text, text, uuid, uuid, uuid, phase_name, uuid, text, text, text, uuid, bigint, bigint, bigint);
DROP FUNCTION find_full_budget(uuid, uuid, uuid, date, date, bigint, bigint);
DROP FUNCTION add_to_windows(uuid, uuid, uuid, date, date, bigint, bigint);
