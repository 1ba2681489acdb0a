import { USAGE_TIERS } from "@/lib/catalogue";
import { formatUsdText } from "@/lib/view";
import { FactLine } from "./fact";

/** What every tier costs to reach and lets an account spend. */
export function UsageTiersPanel() {
  return (
    <div className="edit">
      <div className="e-a">
        <h2 className="text-16 font-semibold">Usage tiers</h2>
        <p className="q mt-1 mb-3 text-13">They set every model’s rate limits, and a third limit that is money: what an account may spend in a month.</p>
      </div>
      <div className="e-b">
        <table className="tbl text-13">
          <caption className="vh">Usage tiers</caption>
          <thead>
            <tr>
              <th scope="col">Tier</th>
              <th scope="col" className="r">
                Reached after
                <br />
                paying in total
              </th>
              <th scope="col" className="r">
                Monthly
                <br />
                usage limit
              </th>
            </tr>
          </thead>
          <tbody>
            {USAGE_TIERS.map(({ id, reachedAfterUsd, monthlyUsageLimitUsd }) => (
              <tr key={id}>
                <th scope="row" className="font-semibold">
                  {id === "free" ? "Free" : id}
                </th>
                <td className="r">{reachedAfterUsd === null ? <span className="q">allowed countries</span> : formatUsdText(reachedAfterUsd)}</td>
                <td className="r">{formatUsdText(monthlyUsageLimitUsd)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="s q mt-3">Until April 2026 days since the first payment were needed too: 7 for tiers 2 and 3, 14 for tier 4, 30 for tier 5.</p>
        <FactLine fact={USAGE_TIERS[1]!} className="mt-2" />
      </div>
    </div>
  );
}
