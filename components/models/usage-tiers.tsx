import { USAGE_TIERS } from "@/lib/catalogue";
import { formatUsdText } from "@/lib/view/text";
import { Table } from "@/components/ui/table";
import { FactLine } from "./fact";

/** What every tier costs to reach and lets an account spend. */
export function UsageTiersTable() {
  return (
    <>
      <Table compact className="max-w-[40rem]" caption="Usage tiers">
        <thead>
          <tr>
            <th scope="col">Tier</th>
            <th scope="col" className="text-right">
              Reached after
              <br />
              paying in total
            </th>
            <th scope="col" className="text-right">
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
              <td className="text-right">
                {reachedAfterUsd === null ? (
                  <span className="text-ink-2">allowed countries</span>
                ) : (
                  formatUsdText(reachedAfterUsd)
                )}
              </td>
              <td className="text-right">{formatUsdText(monthlyUsageLimitUsd)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-3 text-small text-ink-2">
        Until April 2026 days since the first payment were needed too: 7 for tiers 2 and 3, 14 for tier 4, 30 for tier
        5.
      </p>
      <FactLine fact={USAGE_TIERS[1]!} className="mt-2" />
    </>
  );
}
