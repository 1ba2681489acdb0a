"use client";

import { memo, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { Estimate } from "@/lib/estimate";
import { chargeMilli } from "@/lib/rates";
import { MOST, poolOf, type Workload } from "@/lib/scenario";
import { MILLI } from "@/lib/fields";
import { formatNumber, formatUsd, formatUsdText, pricedTiers, workloadName } from "@/lib/view/text";
import { accountingView } from "@/lib/view/estimate";
import { peakRequests } from "@/lib/view/plan";
import { Button } from "@/components/ui/button";
import { UndoIcon } from "@/components/ui/icons";
import { keepFocus } from "@/components/ui/hooks/keep-focus";
import { useEdit } from "@/components/scenario/edit-context";
import { OwnFactsInHtml, OwnFactsList, Presets } from "@/components/plan/deferred";
import { AccountingPicker } from "@/components/scenario/accounting-picker";
import { Settings } from "./settings";
import { TierPicker } from "@/components/scenario/tier-picker";
import { WorkloadEditor, type WorkloadAction } from "./workload-editor";

interface Props {
  readonly estimate: Estimate;
  /** The estimate that what is no field follows, a little later. */
  readonly later: Estimate;
  /** The number that stays with each workload. */
  readonly ids: readonly number[];
  readonly link: string;
  readonly canUndo: boolean;
  readonly startOpen: boolean;
  readonly onUsage: (index: number) => void;
  /** The menu of kept scenarios and exports. */
  readonly children: ReactNode;
}

const moved = (workloads: readonly Workload[], from: number, to: number) => {
  const next = [...workloads];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
};

/** Everything the user enters. Without JavaScript it is a form that leads to the link of what was entered. */
export const Editor = memo(function Editor({
  estimate,
  later,
  ids,
  link,
  canUndo,
  startOpen,
  onUsage,
  children,
}: Props) {
  const edit = useEdit();
  const { scenario, cost } = estimate;
  const { workloads, usageTier } = scenario;
  const [settings, setSettings] = useState(false);
  const accounting = useMemo(() => accountingView(later), [later]);

  // What the buttons of a workload do never changes, so that an edit draws its own workload anew and no other.
  const latest = useRef(scenario);
  useEffect(() => {
    latest.current = scenario;
  });
  const act = useCallback(
    (action: WorkloadAction, index: number, id?: string) => {
      const now = latest.current;
      const { workloads: list } = now;
      const own = list[index]!;
      const become = (next: readonly Workload[], done?: string) =>
        edit({ do: "set", scenario: { ...now, workloads: next }, ...(done !== undefined && { done }) });
      if (action === "usage") onUsage(index);
      if (action === "up" || action === "down") keepFocus();
      if (action === "up" && index > 0) become(moved(list, index, index - 1));
      if (action === "down" && index < list.length - 1) become(moved(list, index, index + 1));
      if (action === "duplicate" && list.length < MOST.workloads)
        become([
          ...list.slice(0, index + 1),
          { ...own, name: own.name && [...`${own.name} copy`].slice(0, MOST.name).join("") },
          ...list.slice(index + 1),
        ]);
      if (action === "remove" && list.length > 1)
        become(
          list.filter((_, n) => n !== index),
          `Removed ${workloadName(now, index)}`,
        );
      if (action === "own-model")
        void import("./own-model").then(({ ownModel }) =>
          edit({ do: "set", scenario: ownModel(latest.current, index, id) }),
        );
    },
    [edit, onUsage],
  );

  return (
    <form
      className="edit"
      aria-label="Scenario"
      action="/plan"
      method="get"
      onSubmit={(event) => event.preventDefault()}
    >
      <input type="hidden" name="from" value={link} />
      <div className="edit-head">
        <h2 className="min-w-0 flex-1">
          <label className="sr-only" htmlFor="title">
            Title of the scenario
          </label>
          <input
            id="title"
            name="title"
            className="w-full min-w-0 truncate rounded-field bg-transparent font-[600]"
            value={scenario.title}
            placeholder="Untitled scenario"
            autoComplete="off"
            onChange={(event) =>
              edit({
                do: "change",
                change: { title: [...event.target.value].slice(0, MOST.title).join("") },
                field: "title",
              })
            }
            onBlur={() => edit({ do: "leave" })}
          />
        </h2>
        <button type="submit" className="btn go only-without-scripts">
          Update
        </button>
        <button
          type="button"
          className="ico only-with-scripts"
          aria-label="Undo"
          disabled={!canUndo}
          onClick={() => edit({ do: "undo" })}
        >
          <UndoIcon />
        </button>
        {children}
      </div>

      <div className="e-a">
        <TierPicker scenario={scenario} />

        {workloads.map((workload, index) => (
          <WorkloadEditor
            key={ids[index]}
            workload={workload}
            index={index}
            count={workloads.length}
            name={workloadName(scenario, index)}
            amount={cost.workloads[index]!.perMonth ? formatUsd(cost.workloads[index]!.perMonth) : "no price"}
            peak={peakRequests(estimate, index)}
            charge={formatNumber(chargeMilli(workload, scenario.tokenAccounting) / MILLI)}
            chargeTokens={chargeMilli(workload, scenario.tokenAccounting) / MILLI}
            usageTier={usageTier}
            asOf={scenario.asOf}
            modelOverrides={scenario.modelOverrides}
            priced={pricedTiers(estimate.facts.get(poolOf(workload.model))!)}
            open={startOpen && ids[index] === 0}
            act={act}
          />
        ))}
      </div>

      <div className="e-b">
        <div className="adds">
          <Button
            type="submit"
            name="do"
            value="add"
            disabled={workloads.length >= MOST.workloads}
            onClick={(event) => {
              event.preventDefault();
              edit({ do: "add" });
            }}
          >
            Add workload
          </Button>
          <Presets full={workloads.length >= MOST.workloads} />
        </div>

        <AccountingPicker chosen={scenario.tokenAccounting} view={accounting} />

        <details className="mt-3" data-settings onToggle={() => setSettings(true)}>
          <summary className="more-set">
            <svg className="chev" width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
              <path d="m1.5 0 5 4-5 4z" fill="currentColor" />
            </svg>
            <b>Own prices, limits, day, budget</b>
            <span className="col-start-2 text-small text-ink-2">
              {scenario.modelOverrides.length ? "Your own figures" : "Published figures"} · {scenario.rpmWindowSeconds}{" "}
              s request window · {formatNumber(scenario.batchTurnaroundHours)} h batch turnaround ·{" "}
              {scenario.monthlyBudgetUsd ? `budget ${formatUsdText(scenario.monthlyBudgetUsd)}` : "no budget"}
            </span>
          </summary>
          <Settings
            budget={scenario.monthlyBudgetUsd}
            usageLimit={scenario.monthlyUsageLimitUsd}
            usageTier={usageTier}
            asOf={scenario.asOf}
            window={scenario.rpmWindowSeconds}
            turnaround={scenario.batchTurnaroundHours}
          />
          {settings ? (
            <OwnFactsList scenario={scenario} />
          ) : (
            <noscript>
              <OwnFactsInHtml scenario={scenario} />
            </noscript>
          )}
        </details>
        <button type="submit" className="btn go mt-4 only-without-scripts">
          Update the estimate
        </button>
        <p className="mt-4 text-13">
          <a href="/">Start again from the worked example</a>
        </p>
      </div>
    </form>
  );
});
