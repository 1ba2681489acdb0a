"use client";

import { memo, type ReactNode } from "react";
import { estimate as estimateOf } from "@/lib/estimate";
import { encodeLink } from "@/lib/link";
import { CHOICES, type Scenario } from "@/lib/scenario";
import { listed, SHAPE_NAMES, workloadName } from "@/lib/view/names";
import { accountingView } from "@/lib/view/estimate";
import { TryLink } from "@/components/figures/try-link";
import { AccountingPicker } from "@/components/scenario/accounting-picker";
import { EditHead } from "@/components/scenario/edit-head";
import { TierPicker } from "@/components/scenario/tier-picker";
import { Button } from "@/components/ui/button";
import { besideLook } from "@/components/ui/page/pane-page";
import { ROUTES } from "@/components/ui/routes";
import { withShape, withStandard } from "./changes";
import { RunControls } from "./run-controls";
import { WorkloadTraffic } from "./workload";

interface TrafficEditorProps {
  readonly scenario: Scenario;
  readonly ids: readonly number[];
  readonly link: string;
  /** The trace, which needs scripts. */
  readonly children: ReactNode;
}

/** Edits the traffic and the run. Without JavaScript it is a form that leads to the link of what was entered. */
export const TrafficEditor = memo(function TrafficEditor({ scenario, ids, link, children }: TrafficEditorProps) {
  const workloads = scenario.workloads.map((workload, index) => ({
    workload,
    index,
    id: ids[index]!,
    name: workloadName(scenario, index),
  }));
  const standard = workloads.filter(({ workload }) => workload.serviceTier !== "batch");
  const batch = workloads.filter(({ workload }) => workload.serviceTier === "batch");
  return (
    <form
      className={besideLook()}
      aria-label="Traffic"
      action="/plan"
      method="get"
      onSubmit={(event) => event.preventDefault()}
    >
      <input type="hidden" name="from" value={link} />
      <input type="hidden" name="page" value={ROUTES.traffic} />
      <EditHead title={scenario.title || "Traffic"} />

      <div className="col-start-1">
        <TierPicker scenario={scenario} />
        {standard.length > 0 ? (
          <>
            <p className="mb-1 text-12 text-ink-2">Through the day, at the shape’s own peak</p>
            <div className="mb-4 flex flex-wrap gap-2">
              {CHOICES.shape.map((shape) => (
                <TryLink key={shape} scenario={withShape(scenario, shape)}>
                  {SHAPE_NAMES[shape]}
                </TryLink>
              ))}
            </div>
            {standard.map(({ workload, index, id, name }, n) => (
              <WorkloadTraffic
                key={id}
                workload={workload}
                index={index}
                name={name}
                open={n === 0}
                asOf={scenario.asOf}
              />
            ))}
          </>
        ) : (
          <div className="mb-4">
            <p>Batch has no minutes to fill: only standard workloads are simulated.</p>
            <p className="mt-2">
              <TryLink scenario={withStandard(scenario)} look="large">
                Make {workloads[0]!.name} standard
              </TryLink>
            </p>
          </div>
        )}
        {standard.length > 0 && batch.length > 0 && (
          <p className="mb-4 text-small text-ink-2">
            In batch, and not simulated: {listed(batch.map(({ name }) => name))}.
          </p>
        )}
        {children}
      </div>

      <div className="col-start-2">
        <RunControls scenario={scenario} />
        <AccountingPicker chosen={scenario.tokenAccounting} view={accountingView(estimateOf(scenario))} />
        <p className="mt-4 text-13">
          Workloads are added, named and moved, and prices, limits and models of your own entered on{" "}
          <a href={encodeLink(scenario)}>Plan</a>; they hold here too.
        </p>
        <Button type="submit" go className="mt-4 only-without-scripts">
          Update the traffic
        </Button>
      </div>
    </form>
  );
});
