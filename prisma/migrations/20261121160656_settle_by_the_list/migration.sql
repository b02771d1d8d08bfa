-- A price of the maintained list that came with a later version settles calls that were made without one, as an own price does.
CREATE OR REPLACE FUNCTION price_unpriced_calls(price_id uuid) RETURNS TABLE (project_id uuid, episode_id uuid, occurred_at timestamptz, cost_nanos bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE token_usage u SET model_price_id = p.id,
    cost_nanos = ceil((u.uncached_input_tokens::numeric * p.uncached_input_nanos_per_million + u.cache_read_tokens::numeric * p.cache_read_nanos_per_million
      + u.cache_write_tokens::numeric * p.cache_write_nanos_per_million + u.output_tokens::numeric * p.output_nanos_per_million) / 1000000)::bigint
  FROM model_price p
  WHERE p.id = price_id AND (p.organization_id = current_organization() OR p.organization_id IS NULL)
    AND u.organization_id = current_organization() AND u.model_price_id IS NULL
    AND u.provider = p.provider AND u.model = p.model AND u.occurred_at >= p.valid_from
  RETURNING u.project_id, u.episode_id, u.occurred_at, u.cost_nanos;
$$;
