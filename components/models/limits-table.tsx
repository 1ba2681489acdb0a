import { isInputOnly, USAGE_TIERS, type Model, type Published } from "@/lib/catalogue";
import { formatCompact, formatNumber, formatUsdText, UNKNOWN } from "@/lib/view/text";
import { Table } from "@/components/ui/table";
import { TermLink } from "@/components/figures/term-link";
import { ruleRoute } from "@/components/ui/routes";

/** In full; on a phone in short, because five columns of full figures are wider than it. */
const limit = (value: Published<number>) =>
  value === "unpublished" ? (
    <span aria-label="not published">{UNKNOWN}</span>
  ) : (
    <span
      className="max-tablet:text-[0px] max-tablet:after:text-12 max-tablet:after:content-[attr(data-short)]"
      data-short={formatCompact(value)}
    >
      {formatNumber(value)}
    </span>
  );

/** The limits of requests so long that they have limits of their own. */
function LongLimits({ model: { ownLimitsFrom }, rows }: { model: Model; rows: Model["limits"] }) {
  return (
    <div className="mt-6">
      <h3 className="mb-1 font-semibold">Long requests, {formatNumber(ownLimitsFrom!)} input tokens or more</h3>
      <Table compact caption={<>Limits of requests with {formatNumber(ownLimitsFrom!)} input tokens or more</>}>
        <thead>
          <tr>
            {["Usage tier", "Requests a minute", "Tokens a minute", "Batch queue"].map((name, index) => (
              <th key={name} scope="col" className={index ? "text-right" : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ usageTier, rpm, tpm, batchQueueTokens }) => (
            <tr key={usageTier}>
              <th scope="row">Tier {usageTier}</th>
              <td className="text-right">{limit(rpm)}</td>
              <td className="text-right">{limit(tpm)}</td>
              <td className="text-right">{limit(batchQueueTokens)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

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
      <Table compact caption={<>Rate limits of {model.id} by usage tier</>}>
        <thead>
          <tr>
            <th scope="col">
              <TermLink of="usage-tier">Usage tier</TermLink>
            </th>
            <th scope="col" className="text-right">
              Requests
              <br />a minute
            </th>
            <th scope="col" className="text-right">
              Tokens
              <br />a minute
            </th>
            {daily.map(([key, what]) => (
              <th key={key} scope="col" className="text-right">
                {what} <br />a day
              </th>
            ))}
            <th scope="col" className="text-right">
              <TermLink of="batch-queue">Batch queue</TermLink>
              <span className="max-tablet:sr-only">
                ,
                <br />
                input tokens
              </span>
            </th>
            <th scope="col" className="text-right">
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
                      after <span className="max-tablet:hidden">paying</span>{" "}
                      <span className="whitespace-nowrap">{formatUsdText(reachedAfterUsd)}</span>
                    </small>
                  )}
                </th>
                {row ? (
                  <>
                    <td className="text-right">{limit(row.rpm)}</td>
                    <td className="text-right">{limit(row.tpm)}</td>
                    {daily.map(([key]) => (
                      <td key={key} className="text-right">
                        {row[key] === undefined ? <span className="text-ink-2">none</span> : limit(row[key])}
                      </td>
                    ))}
                    <td className="text-right">{limit(row.batchQueueTokens)}</td>
                  </>
                ) : (
                  <td className="text-center text-ink-2" colSpan={3 + daily.length}>
                    {isInputOnly(model) ? "not planned with" : "not supported"}
                  </td>
                )}
                <td className="text-right text-ink-2">{formatUsdText(monthlyUsageLimitUsd)}</td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      {model.longLimits && <LongLimits model={model} rows={model.longLimits} />}
      <p className="mt-3 max-w-[74ch] text-small text-ink-2">
        {gaps && (
          <>
            <b className="text-ink">“{UNKNOWN}” is not published:</b> neither zero nor unlimited. Headroom says that it
            cannot tell, until you enter the figure of your own dashboard.{" "}
          </>
        )}
        All workloads on the model share these limits
        {model.longLimits && (
          <>
            , but for <a href={ruleRoute("long-requests")}>long requests</a>
          </>
        )}
        ; the monthly usage limit is one for the whole account. A tier opens as you pay:{" "}
        <a href={ruleRoute("usage-tiers")}>how tiers are reached</a>,{" "}
        <a href={ruleRoute("headroom")}>what binds first</a>.
      </p>
    </>
  );
}
