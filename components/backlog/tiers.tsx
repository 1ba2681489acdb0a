import { memo } from "react";
import type { BacklogPlan } from "@/lib/batch";
import { backlogTiers, backlogTiersFinding, type BacklogCell } from "@/lib/view/backlog";
import { TryLink } from "@/components/figures/try-link";
import { FigureButton } from "@/components/figures/figure-button";
import { Section } from "@/components/ui/section";
import { ToneMark } from "@/components/figures/tone";

function Cell({ tone, hours, cost, remark }: BacklogCell) {
  return (
    <td>
      {hours && (
        <b>
          <FigureButton {...hours} />
        </b>
      )}
      {cost && (
        <span className="block">
          <FigureButton {...cost} />
        </span>
      )}
      {remark && (
        <small className={tone === "ok" || tone === "unknown" ? "block" : "block text-over"}>
          <ToneMark tone={tone} size={11} /> {remark}
        </small>
      )}
    </td>
  );
}

/** The same pile of work at every usage tier; a press on one tries it. */
export const BacklogTiers = memo(function BacklogTiers({ plan }: { plan: BacklogPlan }) {
  return (
    <Section id="tiers" eyebrow="Usage tiers side by side" finding={backlogTiersFinding(plan)}>
      <table className="tbl even compact by-tier">
        <caption className="sr-only">The backlog in batch, as standard and split, at every usage tier</caption>
        <thead>
          <tr>
            <th scope="col">Usage tier</th>
            <th scope="col">Batch alone</th>
            <th scope="col">Standard alone</th>
            <th scope="col">Cheapest by the deadline</th>
          </tr>
        </thead>
        <tbody>
          {backlogTiers(plan).map(({ usageTier, chosen, name, cells }) => (
            <tr key={usageTier} className={chosen ? "sel" : undefined}>
              <th scope="row">
                <TryLink
                  look="name"
                  scenario={{ ...plan.scenario, usageTier }}
                  label={chosen ? `${name}, chosen` : name}
                >
                  {name}
                </TryLink>
              </th>
              {cells.map((cell) => (
                <Cell {...cell} key={cell.key} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
});
