interface PriceToEnter {
  provider: string;
  model: string;
  /** A date in the reporting zone from which it should hold. */
  from?: string;
}

/** Where the form waits, filled in for a model. */
export function priceAddress({ provider, model, from }: PriceToEnter): string {
  const query = new URLSearchParams({ provider, model, ...(from === undefined ? {} : { from }) });
  return `/usage/prices?${query}#enter`;
}
