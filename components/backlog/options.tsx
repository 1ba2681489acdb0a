import { memo } from "react";
import type { BacklogPlan } from "@/lib/batch";
import { backlogRows, backlogRowsFinding, type BacklogRow } from "@/lib/view/backlog";
import { encodeLink } from "@/lib/link";
import { encodeFocusTarget } from "@/lib/view/estimate";
import { formatTier } from "@/lib/view/text";
import { FigureButton } from "@/components/figures/figure-button";
import { ROUTES } from "@/components/ui/routes";
import { Section } from "@/components/ui/section";
import { ToneMark } from "@/components/figures/tone";
import { ShareBar } from "@/components/figures/tiers/share-bar";
import { Table } from "@/components/ui/table";
import styles from "./table-rows.module.css";

/** A figure over a bar of its share of the largest in its column. */
function Measure({ figure, width }: { figure: BacklogRow["hours"]; width: number }) {
  return (
    <td className="w-[24%] text-right">
      {figure ? <FigureButton {...figure} /> : "–"}
      {figure && <ShareBar width={width} />}
    </td>
  );
}

/** Every way to do the backlog at this usage tier: what was asked for, and each service tier alone. */
export const BacklogOptions = memo(function BacklogOptions({ plan }: { plan: BacklogPlan }) {
  return (
    <Section
      id="ways"
      eyebrow={`Ways to do it at ${formatTier(plan.scenario.usageTier)}`}
      finding={backlogRowsFinding(plan)}
    >
      <Table className={styles.tall} caption="Time and cost of each way to do the backlog">
        <thead>
          <tr>
            <th scope="col">Way</th>
            <th scope="col" className="text-right">
              Done in
            </th>
            <th scope="col" className="text-right">
              Cost
            </th>
          </tr>
        </thead>
        <tbody>
          {backlogRows(plan).map(
            ({ key, name, about, tone, hours, cost, remark, timeWidth, costWidth, shown, enterOwn }) => (
              <tr key={key} className={shown ? styles.chosen : undefined}>
                <th scope="row">
                  <ToneMark tone={tone} size={14} /> <b>{name}</b>
                  <small className="block">{about}</small>
                  {enterOwn && (
                    <small className="block">
                      <a href={`${encodeLink(plan.scenario, ROUTES.plan)}#${encodeFocusTarget(enterOwn)}`}>
                        Enter your own limit
                      </a>
                    </small>
                  )}
                  {remark && <small className="block text-over">{remark}</small>}
                </th>
                <Measure figure={hours} width={timeWidth} />
                <Measure figure={cost} width={costWidth} />
              </tr>
            ),
          )}
        </tbody>
      </Table>
    </Section>
  );
});
