import { USAGE_TIERS, type Model, type Published } from "@/lib/catalogue";
import { formatNumber, formatUsdText, UNKNOWN } from "@/lib/view/text";
import { ruleRoute } from "@/components/ui/routes";

const limit = (value: Published<number>) =>
  value === "unpublished" ? <span aria-label="not published">{UNKNOWN}</span> : formatNumber(value);

/** What one model allows at every usage tier, and what the tier allows the whole account. */
export function LimitsTable({ model }: { model: Model }) {
  const gaps = model.limits.some(
    ({ rpm, batchQueueTokens }) => rpm === "unpublished" || batchQueueTokens === "unpublished",
  );
  const daily = (
    [
      ["rpd", "Requests"],
      ["tpd", "Tokens"],
    ] as const
  ).filter(([key]) => model.limits.some((row) => row[key] !== undefined));
  return (
    <>
      <table className="tbl compact">
        <caption className="vh">Rate limits of {model.id} by usage tier</caption>
        <thead>
          <tr>
            <th scope="col">Usage tier</th>
            <th scope="col" className="r">
              Requests
              <br />a minute
            </th>
            <th scope="col" className="r">
              Tokens
              <br />a minute
            </th>
            {daily.map(([key, what]) => (
              <th key={key} scope="col" className="r">
                {what} <br />a day
              </th>
            ))}
            <th scope="col" className="r">
              Batch queue,
              <br />
              input tokens
            </th>
            <th scope="col" className="r">
              Monthly
              <br />
              usage
            </th>
          </tr>
        </thead>
        <tbody>
          {USAGE_TIERS.map(({ id, reachedAfterUsd, monthlyUsageLimitUsd }) => {
            const row = model.limits.find(({ usageTier }) => usageTier === id);
            return (
              <tr key={id}>
                <th scope="row">
                  <b>{id === "free" ? "Free" : `Tier ${id}`}</b>
                  {reachedAfterUsd !== null && (
                    <small className="max-tablet:block tablet:ml-2">
                      after <span className="max-tablet:hidden">paying</span> {formatUsdText(reachedAfterUsd)}
                    </small>
                  )}
                </th>
                {row ? (
                  <>
                    <td className="r">{limit(row.rpm)}</td>
                    <td className="r">{limit(row.tpm)}</td>
                    {daily.map(([key]) => (
                      <td key={key} className="r">
                        {row[key] === undefined ? <span className="q">none</span> : formatNumber(row[key])}
                      </td>
                    ))}
                    <td className="r">{limit(row.batchQueueTokens)}</td>
                  </>
                ) : (
                  <td className="q text-center" colSpan={3 + daily.length}>
                    not supported
                  </td>
                )}
                <td className="r q">{formatUsdText(monthlyUsageLimitUsd)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="s q mt-3 max-w-[74ch]">
        {gaps && (
          <>
            <b className="text-ink">“{UNKNOWN}” is not published:</b> neither zero nor unlimited. Headroom says that it
            cannot tell, until you enter the figure of your own dashboard.{" "}
          </>
        )}
        All workloads on the model share these limits; the monthly usage limit is one for the whole account. A tier
        opens as you pay: <a href={ruleRoute("usage-tiers")}>how tiers are reached</a>,{" "}
        <a href={ruleRoute("headroom")}>what binds first</a>.
      </p>
    </>
  );
}
