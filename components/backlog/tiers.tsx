import { memo } from "react";
import type { BacklogPlan } from "@/lib/batch";
import { backlogTiers, backlogTiersFinding, type BacklogCell } from "@/lib/view/backlog";
import { TermLink } from "@/components/figures/term-link";
import { TryLink } from "@/components/figures/try-link";
import { FigureButton } from "@/components/figures/figure-button";
import { Section } from "@/components/ui/section";
import { ToneMark } from "@/components/figures/tone";
import { Table } from "@/components/ui/table";
import styles from "./table-rows.module.css";

function Cell({ tone, hours, cost, remark }: BacklogCell) {
  return (
    <td>
      {hours && (
        <b>
          <FigureButton {...hours} className="inline-block leading-6" />
        </b>
      )}
      {cost && (
        <span className="block">
          <FigureButton {...cost} className="inline-block leading-6" />
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
      <Table
        even
        compact
        className={styles.tall}
        caption="The backlog in batch, as standard and split, at every usage tier"
      >
        <thead>
          <tr>
            <th scope="col" className="w-[17%]">
              <TermLink of="usage-tier">Usage tier</TermLink>
            </th>
            <th scope="col">
              <TermLink of="batch-queue">Batch</TermLink> alone
            </th>
            <th scope="col">Standard alone</th>
            <th scope="col">Cheapest by the deadline</th>
          </tr>
        </thead>
        <tbody>
          {backlogTiers(plan).map(({ usageTier, chosen, name, cells }) => (
            <tr key={usageTier} className={chosen ? styles.chosen : undefined}>
              <th scope="row" className="leading-6">
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
      </Table>
    </Section>
  );
});
