import { formatTier } from "@/lib/view/text";
import type { UsageTierId } from "@/lib/catalogue";
import type { Tone } from "@/lib/view/estimate";
import type { importTiers } from "@/lib/view/import";
import { ShareBar } from "@/components/figures/tiers/share-bar";
import { TierGrid } from "@/components/figures/tiers/tier-grid";
import { ToneMark } from "@/components/figures/tone";

type TiersOfLog = ReturnType<typeof importTiers>;

/** The busiest minutes against the limits of each paid tier: tiers across, a row for each limit of each model. */
export function TierTable({ tiers: { heads, rows, remark } }: { tiers: TiersOfLog }) {
  return (
    <div className="@container">
      {rows.length > 0 && (
        <TierGrid
          label="Busiest minutes against each tier"
          corner="Limit"
          columns={heads.map(({ tier, fits }) => ({ key: tier, head: <TierMark tier={tier} fits={fits} /> }))}
          rows={rows.map(({ key, name, about, cells }) => ({
            key,
            name,
            about,
            cells: cells.map(({ text, of, state, width }) => ({
              state,
              value: (
                <>
                  <b>{text}</b>
                  <small>{of}</small>
                  <ShareBar width={width} />
                </>
              ),
            })),
          }))}
        />
      )}
      <p className="mt-2 text-small text-ink-2">
        {remark} Tokens are input and output as they were, with no cap reserved; a cap sent along counts too.
      </p>
    </div>
  );
}

function TierMark({ tier, fits }: Pick<TiersOfLog["heads"][number], "tier" | "fits">) {
  if (fits === null) return <Marked tone="unknown" tier={tier} spoken=", cannot be told" />;
  return fits ? <Marked tone="ok" tier={tier} spoken=", fits" /> : <Marked tone="over" tier={tier} spoken=", over" />;
}

function Marked({ tone, tier, spoken }: { tone: Tone; tier: UsageTierId; spoken: string }) {
  return (
    <>
      <ToneMark tone={tone} size={13} /> <b className="capitalize">{formatTier(tier)}</b>
      <span className="sr-only">{spoken}</span>
    </>
  );
}
