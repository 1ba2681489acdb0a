import { memo, use, type ClipboardEvent } from "react";
import type { Workload } from "@/lib/scenario";
import { formatNumber } from "@/lib/view/text";
import { inTier, PER_LABELS } from "@/lib/view/names";
import { EditorCard } from "@/components/scenario/editor-card";
import { RequestStrip } from "@/components/scenario/request-strip";
import { RequestsField } from "@/components/scenario/requests-field";
import { Summary } from "@/components/ui/disclosure";
import { FieldGrid, FieldRule } from "@/components/ui/fields/field-frame";
import { useOnceOpen } from "@/components/ui/hooks/use-once-open";
import { isPriced, type CatalogueContext, type WorkloadFigures } from "./figures";
import { ModelField, NameField, ServiceTiers } from "./identity";
import { MorePartsContext, type MoreProps } from "./more-parts";
import { Count, MeanCount, SizeFields } from "./sizes";
import type { Act } from "./use-workload-actions";
import { WorkloadButtons } from "./workload-buttons";

interface WorkloadEditorProps {
  readonly workload: Workload;
  readonly index: number;
  /** Of all workloads. */
  readonly count: number;
  readonly figures: WorkloadFigures;
  readonly catalogue: CatalogueContext;
  readonly open: boolean;
  readonly act: Act;
}

const isSame = <T extends object>(one: T, other: T) =>
  (Object.keys(one) as (keyof T)[]).every((key) => Object.is(one[key], other[key]));

/** Shows a usage object or a sentence of counts, pasted into any field but the name, before it fills the workload. */
const pasteInto = (index: number, act: Act) => (event: ClipboardEvent) => {
  const text = event.clipboardData.getData("text");
  const isName = (event.target as HTMLInputElement).name === `w${index}.name`;
  if (isName || !/input|output|prompt|completion|\btokens?\b.*\d.*\n/i.test(text)) return;
  event.preventDefault();
  act("usage", index, text);
};

/**
 * One workload of the editor. Its own numbers only: it draws anew when they change, not when the estimate
 * does.
 */
export const WorkloadEditor = memo(
  function WorkloadEditor({ workload, index, count, figures, catalogue, open, act }: WorkloadEditorProps) {
    const { name, amount, between, peak, charge, chargeTokens, priced, gives, ends, next, nextLink } = figures;
    const { model, serviceTier, requests, per, peakToMean, ranges } = workload;
    return (
      <EditorCard
        open={open}
        data-workload={index}
        name={name}
        amount={amount}
        summary={
          <>
            <span>
              {model}
              {inTier(serviceTier)}
            </span>
            {ends && <span className="text-near">ends {ends}</span>}
            <span>
              {formatNumber(requests)} {PER_LABELS[per]}
            </span>
            {between && <span className="w-full text-right">{between} in 8 of 10 cases</span>}
          </>
        }
      >
        <FieldGrid onPaste={pasteInto(index, act)}>
          <NameField index={index} name={workload.name} />
          <ModelField index={index} model={model} catalogue={catalogue} act={act} next={next} nextLink={nextLink} />
          <ServiceTiers index={index} chosen={serviceTier} priced={priced} />
          <RequestsField index={index} name={name} requests={requests} ranges={ranges} per={per} />
          <MeanCount
            of="peakToMean"
            index={index}
            number={peakToMean}
            ranges={ranges}
            unit="×"
            hint={serviceTier === "batch" ? "not in batch" : `${peak} requests`}
          />
          <FieldRule />
          <RequestStrip
            workload={workload}
            charge={charge}
            chargeTokens={chargeTokens}
            work={{ of: "charge", workload: index }}
          />
          <SizeFields workload={workload} index={index} hasWrites={isPriced(priced, "writes")} gives={gives} />
          <Count of="retryShare" index={index} value={workload.retryShare} hint="per request" />
          <More workload={workload} index={index} priced={priced} />
        </FieldGrid>
        <WorkloadButtons index={index} name={name} count={count} act={act} />
      </EditorCard>
    );
  },
  ({ figures, ...props }, { figures: nextFigures, ...nextProps }) =>
    isSame(figures, nextFigures) && isSame(props, nextProps),
);

/** What is rarely entered of a workload, closed; what is entered stands beside its name. */
function More(own: MoreProps) {
  const parts = use(MorePartsContext)!;
  const { opened, details } = useOnceOpen();
  const { webSearchCalls, fileSearchCalls, cacheLifetime } = own.workload;
  const said = [
    ...(webSearchCalls ? [`web search × ${formatNumber(webSearchCalls)}`] : []),
    ...(fileSearchCalls ? [`file search × ${formatNumber(fileSearchCalls)}`] : []),
    ...(cacheLifetime ? ["12 hours in the cache"] : []),
  ];
  return (
    <details className="col-span-full" {...details}>
      <Summary className="grid grid-cols-[14px_1fr] items-center gap-x-2 py-1 text-13 max-tablet:min-h-11">
        <span>
          More:{" "}
          <span className="text-small text-ink-2">{said.join(" · ") || "web and file search, cache lifetime"}</span>
        </span>
      </Summary>
      {opened ? (
        <parts.OnDemand {...own} />
      ) : (
        <noscript>
          <parts.InHtml {...own} />
        </noscript>
      )}
    </details>
  );
}
