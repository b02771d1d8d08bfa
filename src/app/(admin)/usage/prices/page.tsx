import type { Metadata } from "next";
import { orNotFound } from "#app/or-not-found.ts";
import { requireSignedIn } from "#app/session.ts";
import { may } from "#domain/people/permissions.ts";
import { describeProvider } from "#domain/usage/describe-provider.ts";
import { listPrices, type PriceRow } from "#domain/usage/list-prices.ts";
import { listUnpriced } from "#domain/usage/list-unpriced.ts";
import { BUILT_IN_MODEL } from "#domain/usage/price-list.ts";
import { writeDollars } from "#domain/usage/write-dollars.ts";
import { inOrganization } from "#platform/database.ts";
import { MODEL_PROVIDERS } from "#platform/model-access.ts";
import { Fold } from "#ui/fold.tsx";
import { formatPlural } from "#ui/format/format-count.ts";
import { zoneCity } from "#ui/format/zone-city.ts";
import { Section } from "#ui/page-header.tsx";
import { PriceForm, type PriceStart } from "./_components/price-form.tsx";
import { PriceTable } from "./_components/price-table.tsx";
import { UnpricedPanel } from "./_components/unpriced-panel.tsx";

export const metadata: Metadata = { title: "Prices" };

type Search = Partial<Record<"provider" | "model" | "from", string | string[]>>;
type Unpriced = Awaited<ReturnType<typeof listUnpriced>>[number];

/** What models cost: the organisation's own prices, those that are missing, and the maintained list. */
export default async function PricesPage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams;
  const { ctx, organization } = await requireSignedIn();
  const { prices, unpriced } = await orNotFound(
    inOrganization(ctx, async (inside) => ({
      prices: await listPrices(inside, {}),
      unpriced: await listUnpriced(inside, {}),
    })),
  );
  const zone = organization.reportingZone;
  const mayEdit = may(ctx.actor, "price.edit");
  const look = { zone, now: ctx.clock.now(), mayEdit };
  const own = prices.filter(({ isOwn }) => isOwn);
  const listed = prices.filter(({ isOwn }) => !isOwn);
  const start = startOf(search, unpriced, prices);
  const others = unpriced.map(({ provider }) => provider);
  const providers = [...new Set([...MODEL_PROVIDERS, ...others])];
  return (
    <>
      <p className="mb-6 max-w-[68ch] text-soft">
        Dollars for a million tokens. A price holds from its date until the next one; your own go before the
        maintained list. Prices are added and never changed, so that what was paid stays explained.
      </p>
      {unpriced.length > 0 ? <UnpricedPanel rows={unpriced} mayEdit={mayEdit} /> : null}
      {own.length > 0 ? (
        <Section title="Your own">
          <PriceTable caption="Your own prices" rows={own} namesProvider {...look} />
        </Section>
      ) : null}
      {mayEdit ? (
        <Section title={<span id="enter">Enter a price of your own</span>}>
          <PriceForm
            key={[search.provider, search.model, search.from].join(" ")}
            start={start}
            providers={providers.map((id) => ({ id, name: describeProvider(id) }))}
            models={[...new Set(listed.map(({ model }) => model))].filter((m) => m !== BUILT_IN_MODEL.model)}
            city={zoneCity(zone)}
          />
        </Section>
      ) : null}
      <Section title="The maintained list">
        <p className="mb-4 max-w-[68ch] text-soft">
          It comes with Episodic: the providers’ own prices at standard speed. Where long prompts cost more,
          the price of short ones stands here, because Episodic sends no longer ones.
        </p>
        {[...new Set(listed.map(({ provider }) => provider))].map((provider) => {
          const rows = listed.filter((row) => row.provider === provider);
          return (
            <Fold
              key={provider}
              title={describeProvider(provider)}
              hint={formatPlural(new Set(rows.map(({ model }) => model)).size, "model")}
            >
              <PriceTable caption={`Prices of ${describeProvider(provider)}`} rows={rows} {...look} />
            </Fold>
          );
        })}
      </Section>
    </>
  );
}

/** The model that the address names, or the one with the most calls that wait for a price; with the price that is known of it. */
function startOf(search: Search, unpriced: readonly Unpriced[], prices: readonly PriceRow[]): PriceStart {
  const of = (name: keyof Search) => (typeof search[name] === "string" ? search[name].slice(0, 200) : "");
  const [first] = unpriced;
  const asked = of("model") !== "";
  const provider = asked ? of("provider") : (first?.provider ?? MODEL_PROVIDERS[0]);
  const model = asked ? of("model") : (first?.model ?? "");
  const known =
    prices.find((row) => row.provider === provider && row.model === model && row.isCurrent) ??
    prices.find((row) => row.provider === provider && row.model === model);
  const dollars = (nanos: bigint | undefined) => (nanos ? writeDollars(nanos) : "");
  return {
    provider,
    model,
    input: dollars(known?.uncachedInputNanosPerMillion),
    cacheRead: dollars(known?.cacheReadNanosPerMillion),
    cacheWrite: dollars(known?.cacheWriteNanosPerMillion),
    output: dollars(known?.outputNanosPerMillion),
    validFrom: asked ? of("from") : (first?.firstDay ?? ""),
  };
}
