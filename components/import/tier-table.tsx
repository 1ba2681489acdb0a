import { formatTier } from "@/lib/view/text";
import type { ImportTiers } from "@/lib/view/import";
import { ToneMark } from "@/components/figures/tone";

/** The busiest minutes against the limits of each paid tier: tiers across, a row for each limit of each model. */
export function TierTable({ tiers: { heads, rows, remark } }: { tiers: ImportTiers }) {
  return (
    <div className="@container">
      {rows.length > 0 && (
        <div className="tiers" role="table" aria-label="Busiest minutes against each tier">
          <div className="tr" role="row">
            <span className="th rh none" role="columnheader">
              <span className="sr-only">Limit</span>
            </span>
            {heads.map(({ tier, fits }) => (
              <span key={tier} className="th" role="columnheader">
                <ToneMark tone={fits === null ? "unknown" : fits ? "ok" : "over"} size={13} />{" "}
                <b className="capitalize">{formatTier(tier)}</b>
                <span className="sr-only">{fits === null ? ", cannot be told" : fits ? ", fits" : ", over"}</span>
              </span>
            ))}
          </div>
          {rows.map(({ key, name, about, cells }) => (
            <div key={key} className="tr" role="row">
              <span className="rh" role="rowheader">
                {name}
                <small>{about}</small>
              </span>
              {cells.map(({ tier, text, of, state, width }) => (
                <span key={tier} className={`cell ${state}`} role="cell">
                  <b>{text}</b>
                  <small>{of}</small>
                  <span className="mb">
                    <i style={{ width: `${width * 100}%` }} />
                  </span>
                </span>
              ))}
            </div>
          ))}
        </div>
      )}
      <p className="mt-2 text-small text-ink-2">
        {remark} Tokens are input and output as they were, with no cap reserved; a cap sent along counts too.
      </p>
    </div>
  );
}
