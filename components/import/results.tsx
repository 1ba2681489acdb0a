"use client";

import { memo, useMemo } from "react";
import { CHECKED_ON } from "@/lib/catalogue";
import { usageFit } from "@/lib/estimate";
import type { UsageReport } from "@/lib/usage";
import {
  costDays,
  IMPORT_HEADS,
  importCostFinding,
  importCosts,
  importFlowFinding,
  importPeaks,
  importTiers,
  modelsFinding,
  modelTable,
  pickableModels,
  readFinding,
  sizeRows,
  sizesFinding,
  skippedRows,
  workloadsView,
  type ImportBills,
} from "@/lib/view/import";
import { refusedLines } from "@/lib/view/pasted";
import { RemarksList } from "@/components/figures/lists/notes-list";
import { Section } from "@/components/ui/section";
import type { KeptUsage } from "@/components/scenario-page/kept-usage";
import { ImportCharts } from "./charts/section";
import { CostTable } from "./cost-table";
import { FiguresTable } from "./figures-table";
import { TierTable } from "./tier-table";
import { Trend } from "./trend";

/** How the reading went: what was skipped and why, and what is odd about the file. */
const Rows = memo(function Rows({ report }: { report: UsageReport }) {
  const skipped = skippedRows(report);
  return (
    <Section id="rows" eyebrow="Rows" finding={readFinding(report)}>
      {report.remarks.length > 0 && <RemarksList remarks={report.remarks} />}
      {skipped.length > 0 && (
        <FiguresTable
          caption="Rows that were skipped or failed"
          first="Reason"
          head={["Rows", "First of them"]}
          rows={skipped}
        />
      )}
      {report.remarks.length + skipped.length === 0 && (
        <p className="text-ink-2">None was skipped, and nothing about the file is odd.</p>
      )}
    </Section>
  );
});

/** How the requests come: busiest minutes, burstiness. */
const Flow = memo(function Flow({ report }: { report: UsageReport }) {
  const figures = importPeaks(report);
  if (figures.length === 0) return null;
  return (
    <Section id="flow" eyebrow="Busiest minute, anywhere in time" finding={importFlowFinding(report)}>
      <dl className="grid gap-x-12 tablet:grid-cols-2">
        {figures.map(({ label, text, remark }) => (
          <div key={label} className="flex justify-between gap-4 border-t border-line py-1.5">
            <dt className="text-ink-2">{label}</dt>
            <dd className="text-right">
              <b>{text}</b>
              <small className="block text-ink-2">{remark}</small>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
});

/** Everything a log says, below its sentence. */
export const ImportResults = memo(function ImportResults({
  read,
  bills,
  model,
  onPick,
}: {
  read: KeptUsage;
  bills: ImportBills;
  model: string;
  onPick: (model: string) => void;
}) {
  const { report, made } = read;
  const named = report.groups.some((group) => group.model !== null);
  const tiers = useMemo(() => {
    // A log that names no model is held against the model it is compared with.
    const fit = usageFit(report, named ? undefined : model);
    return fit && importTiers(fit, named ? undefined : model);
  }, [report, named, model]);
  const workloads = workloadsView(made, model);
  const refused = refusedLines(report);
  const sizes = sizeRows(report);
  const days = costDays(report);
  const costs = importCosts(report, bills, CHECKED_ON, model);
  return (
    <>
      {refused && (
        <Section id="refused" eyebrow="Before it is sent" finding={refused.finding}>
          <FiguresTable
            caption="Lines for which the batch would be refused"
            first="Reason"
            head={["Lines", "First of them"]}
            rows={refused.rows}
          />
        </Section>
      )}
      <Section id="models" eyebrow="By model" finding={modelsFinding(report)}>
        <FiguresTable
          caption="Requests, tokens and cost by model and service tier"
          first="Model"
          {...modelTable(report, bills.dated ?? bills.now)}
        />
      </Section>
      <Section id="cost" eyebrow="Cost of these tokens" finding={importCostFinding(report, bills, model)}>
        {costs.length > 0 && (
          <CostTable costs={costs} model={model} models={pickableModels(CHECKED_ON)} onPick={onPick} />
        )}
      </Section>
      {days && (
        <Section id="cost-days" eyebrow="By day" finding={days.finding}>
          <FiguresTable caption="What the log says each day cost" first="Day, UTC" head={["Cost"]} rows={days.rows} />
        </Section>
      )}
      <Flow report={report} />
      <Trend read={read} model={model} />
      {tiers && (
        <Section id="tiers" eyebrow="Usage tiers" finding={tiers.finding}>
          <TierTable tiers={tiers} />
        </Section>
      )}
      <Section id="sizes" eyebrow="Tokens of a request" finding={sizesFinding(report)}>
        {sizes.length > 0 ? (
          <FiguresTable caption="Tokens of a request" first="Tokens" head={IMPORT_HEADS.sizes} rows={sizes} />
        ) : (
          <p className="text-ink-2">Quantiles need a log with a row for each request.</p>
        )}
      </Section>
      {made.made.length > 0 && (
        <Section id="workloads" eyebrow="Workloads made of it" finding={workloads.finding}>
          <FiguresTable
            caption="The workloads made of the log"
            first="Workload"
            head={IMPORT_HEADS.workloads}
            rows={workloads.rows}
          />
          <p className="mt-2 text-small text-ink-2 empty:hidden">{workloads.remark}</p>
        </Section>
      )}
      <ImportCharts report={report} />
      <Rows report={report} />
    </>
  );
});
