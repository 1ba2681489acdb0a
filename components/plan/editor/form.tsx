"use client";

import { useMemo, type ReactNode } from "react";
import type { Estimate } from "@/lib/estimate";
import { MOST, type Scenario } from "@/lib/scenario";
import type { RangeView } from "@/lib/view/ranges";
import { formatNumber, formatUsdText } from "@/lib/view/text";
import { useEdit } from "@/components/scenario/edit-context";
import { EditButtons, VariantPlace } from "@/components/scenario/edit-head";
import { enterWorkload } from "@/components/scenario/focus-workload";
import { RangeNoteContext } from "@/components/scenario/mean-field";
import { TierPicker } from "@/components/scenario/tier-picker";
import { ScenarioMenu } from "@/components/scenario-page/menu";
import type { ScenarioPage } from "@/components/scenario-page/use-scenario-page";
import { Button } from "@/components/ui/button";
import { Summary } from "@/components/ui/disclosure";
import { takeTyped } from "@/components/ui/hooks/take-typed";
import { useOnceOpen } from "@/components/ui/hooks/use-once-open";
import { BesideHead, besideLook } from "@/components/ui/page/pane-page";
import { workloadFigures } from "./figures";
import { MorePartsContext, type MoreParts } from "./more-parts";
import { RangeNote } from "./range-note";
import { useWorkloadActions } from "./use-workload-actions";
import type { PastedText } from "./usage";
import { WorkloadEditor } from "./workload";

interface PlanEditorProps {
  readonly page: ScenarioPage;
  readonly estimate: Estimate;
  /** What is known of the scenario’s ranges. */
  readonly range: RangeView | null;
  /** Asks for the dialog that reads a usage object into a workload. */
  readonly onUsage: (pasted: PastedText) => void;
  readonly parts: EditorParts;
}

/** Parts of the editor whose scripts come late. */
interface EditorParts {
  /** Scenarios to start from: first of all on an example, last on a scenario of one’s own. */
  readonly starts: ReactNode;
  /** Adds a workload from a preset. */
  readonly presets: ReactNode;
  /** Chooses the rule by which tokens are charged. */
  readonly accounting: ReactNode;
  /** The fields of the scenario itself that are rarely changed. */
  readonly settings: ReactNode;
  /** The fields of what a workload is billed besides tokens. */
  readonly more: MoreParts;
  /** The fields of one’s own prices and limits, which need scripts. */
  readonly ownFields: ReactNode;
  /** The same fields for a page without scripts. */
  readonly ownInHtml: ReactNode;
}

const RANGE_NOTE = { Note: RangeNote };

/** Everything the user enters. Without JavaScript it is a form that leads to the link of what was entered. */
export function PlanEditor({ page, estimate, range, onUsage, parts }: PlanEditorProps) {
  const { scenario, link, draft, opened } = page;
  const { workloads, usageTier, asOf, modelOverrides } = scenario;
  const catalogue = useMemo(() => ({ usageTier, asOf, modelOverrides }), [usageTier, asOf, modelOverrides]);
  const isOwn = opened.from === "link";
  const act = useWorkloadActions(scenario, onUsage);
  return (
    <form
      className={besideLook()}
      aria-label="Scenario"
      action="/plan"
      method="get"
      onSubmit={(event) => event.preventDefault()}
    >
      <input type="hidden" name="from" value={link} />
      {!isOwn && <div className="col-span-full">{parts.starts}</div>}
      <BesideHead>
        <Title title={scenario.title} />
        <EditButtons />
        <ScenarioMenu estimate={estimate} link={link} onStart={page.begin} />
      </BesideHead>
      <VariantPlace />
      <div className="col-start-1">
        <TierPicker scenario={scenario} />
        <MorePartsContext value={parts.more}>
          <RangeNoteContext value={RANGE_NOTE}>
            {workloads.map((workload, index) => (
              <WorkloadEditor
                key={draft.ids[index]}
                workload={workload}
                index={index}
                count={workloads.length}
                figures={workloadFigures(estimate, index, range)}
                catalogue={catalogue}
                open={opened.from === "example" && draft.ids[index] === 0}
                act={act}
              />
            ))}
          </RangeNoteContext>
        </MorePartsContext>
      </div>
      <div className="col-start-2">
        <AddWorkload count={workloads.length}>{parts.presets}</AddWorkload>
        {parts.accounting}
        <MoreSettings scenario={scenario} parts={parts} />
        <Button type="submit" go className="mt-4 only-without-scripts">
          Update the estimate
        </Button>
        {isOwn && <div className="mt-4">{parts.starts}</div>}
      </div>
    </form>
  );
}

function Title({ title }: { title: string }) {
  const edit = useEdit();
  return (
    <h2 className="min-w-0 flex-1">
      <label className="sr-only" htmlFor="title">
        Title of the scenario
      </label>
      <input
        ref={takeTyped}
        id="title"
        name="title"
        className="w-full min-w-0 truncate rounded-field bg-transparent font-[600]"
        value={title}
        placeholder="Untitled scenario"
        autoComplete="off"
        onChange={({ target }) =>
          edit({
            do: "change",
            change: { title: [...target.value].slice(0, MOST.title).join("") },
            field: "title",
          })
        }
        onBlur={() => edit({ do: "leave" })}
      />
    </h2>
  );
}

/** Adds a new workload, or one of the presets; neither where there are as many as can be. */
function AddWorkload({ count, children }: { count: number; children: ReactNode }) {
  const edit = useEdit();
  return (
    <div className="mt-2.5 mb-5 flex gap-2 *:flex-1 *:justify-center max-tablet:*:h-11">
      <Button
        type="submit"
        name="do"
        value="add"
        disabled={count >= MOST.workloads}
        onClick={(event) => {
          event.preventDefault();
          edit({ do: "add" });
          enterWorkload(count);
        }}
      >
        Add workload
      </Button>
      {children}
    </div>
  );
}

interface MoreSettingsProps {
  readonly scenario: Scenario;
  readonly parts: EditorParts;
}

/**
 * What is rarely changed: settings, and the prices and limits of one’s own, whose fields are fetched when it
 * opens.
 */
function MoreSettings({ scenario, parts }: MoreSettingsProps) {
  const { opened, details } = useOnceOpen();
  const { modelOverrides, rpmWindowSeconds, batchTurnaroundHours, monthlyBudgetUsd, regional } = scenario;
  const facts = [
    modelOverrides.length ? "Your own figures" : "Published figures",
    `${rpmWindowSeconds} s request window`,
    `${formatNumber(batchTurnaroundHours)} h batch turnaround`,
    monthlyBudgetUsd ? `budget ${formatUsdText(monthlyBudgetUsd)}` : "no budget",
    ...(regional ? ["one region"] : []),
  ];
  return (
    <details className="mt-3" data-settings {...details}>
      <Summary className="grid grid-cols-[14px_1fr] gap-x-2 pt-3 text-13">
        <b>Own prices, limits, day, budget, region</b>
        <span className="col-start-2 text-small text-ink-2">{facts.join(" · ")}</span>
      </Summary>
      {parts.settings}
      {opened ? parts.ownFields : <noscript>{parts.ownInHtml}</noscript>}
    </details>
  );
}
