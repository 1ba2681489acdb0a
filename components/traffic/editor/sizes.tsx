import { findModel, isInputOnly } from "@/lib/catalogue";
import { DEFAULTS, type Workload } from "@/lib/scenario";
import { formatCompact } from "@/lib/view/text";
import { TokenLabel } from "@/components/scenario/field-label";
import { MeanField } from "@/components/scenario/mean-field";
import { capHint, reasoningHint } from "@/components/scenario/hints";
import { WorkloadChoice, WorkloadNumber } from "./fields";

interface SizesProps {
  readonly workload: Workload;
  readonly index: number;
}

interface SpreadProps extends SizesProps {
  readonly of: "inputP95ToMean" | "visibleOutputP95ToMean" | "reasoningP95ToMean";
  /** What differs between requests, for those who hear the label. */
  readonly what: string;
  /** Tokens. */
  readonly mean: number;
}

/** How much larger than the mean the 95th of a hundred requests is. */
function SpreadField({ workload, index, of, what, mean }: SpreadProps) {
  const { sizes = DEFAULTS.implied.sizes, [of]: value = DEFAULTS.implied[of] } = workload;
  const alike = of === "reasoningP95ToMean" || sizes === "fixed" ? "all alike" : "as in the data";
  return (
    <WorkloadNumber
      index={index}
      of={of}
      implied={DEFAULTS.implied[of]}
      label={
        <span>
          p95 over mean<span className="sr-only"> of {what}</span>
        </span>
      }
      value={value}
      unit="×"
      sub
      hint={value === 1 ? alike : `${formatCompact(mean * value)} tokens`}
    />
  );
}

/** Whether the model gives output, or some is entered all the same. */
function gives({ model, visibleOutputTokens, reasoningTokens, maxCompletionTokens }: Workload): boolean {
  const known = findModel(model);
  const isFilled = visibleOutputTokens > 0 || reasoningTokens > 0 || maxCompletionTokens !== undefined;
  return isFilled || known === undefined || !isInputOnly(known);
}

function OutputSizes({ workload, index }: SizesProps) {
  const { model, visibleOutputTokens, reasoningTokens, maxCompletionTokens } = workload;
  const own = { workload, index };
  return (
    <>
      <MeanField
        index={index}
        field="visibleOutputTokens"
        label={<TokenLabel of="visible" />}
        number={visibleOutputTokens}
        ranges={workload.ranges}
        hint="tokens"
      />
      <SpreadField {...own} of="visibleOutputP95ToMean" what="visible output" mean={visibleOutputTokens} />
      <MeanField
        index={index}
        field="reasoningTokens"
        label={<TokenLabel of="reasoning" />}
        number={reasoningTokens}
        ranges={workload.ranges}
        hint={reasoningHint(model, reasoningTokens, "tokens")}
      />
      <SpreadField {...own} of="reasoningP95ToMean" what="reasoning over visible output" mean={reasoningTokens} />
      <WorkloadNumber
        index={index}
        of="maxCompletionTokens"
        label={<TokenLabel of="cap" />}
        value={maxCompletionTokens}
        optional
        placeholder="none"
        hint={capHint(maxCompletionTokens, visibleOutputTokens + reasoningTokens)}
      />
    </>
  );
}

/** The tokens of the requests of a workload: means, how much they differ, and the cap. */
export function TrafficSizes({ workload, index }: SizesProps) {
  const { inputTokens } = workload;
  const own = { workload, index };
  return (
    <>
      <WorkloadChoice {...own} of="sizes" />
      <MeanField
        index={index}
        field="inputTokens"
        label={<TokenLabel of="input" />}
        number={inputTokens}
        ranges={workload.ranges}
        hint="tokens"
      />
      <SpreadField {...own} of="inputP95ToMean" what="input" mean={inputTokens} />
      {gives(workload) && <OutputSizes {...own} />}
      <p className="col-span-full text-small text-ink-3">
        How requests differ. What you do not know of a mean is a range, such as 300 to 2000.
      </p>
    </>
  );
}
