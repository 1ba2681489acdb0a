import { USAGE_TIERS } from "@/lib/catalogue";
import { formatUsdText } from "@/lib/view/text";
import { FactLine } from "./fact";

/** What every tier costs to reach and lets an account spend. */
export function UsageTiersTable() {
  return (
    <>
      <table className="tbl compact max-w-[40rem]">
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
              <td className="r">
                {reachedAfterUsd === null ? (
                  <span className="q">allowed countries</span>
                ) : (
                  formatUsdText(reachedAfterUsd)
                )}
              </td>
              <td className="r">{formatUsdText(monthlyUsageLimitUsd)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="s q mt-3">
        Until April 2026 days since the first payment were needed too: 7 for tiers 2 and 3, 14 for tier 4, 30 for tier
        5.
      </p>
      <FactLine fact={USAGE_TIERS[1]!} className="mt-2" />
    </>
  );
}
