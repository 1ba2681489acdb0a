"use client";

import { memo } from "react";
import { findModel, isRetired } from "@/lib/catalogue";
import { CHOICES, DEFAULTS, type Shape, type Workload } from "@/lib/scenario";
import type { FieldName } from "@/lib/link";
import { formatCompact, formatFactor, formatNumber, PER_LABELS } from "@/lib/view/text";
import { useEdit } from "@/components/scenario/edit-context";
import type { Changes } from "@/components/scenario/edits";
import { EditorCard } from "@/components/scenario/editor-card";
import { NumberInput } from "@/components/scenario/field";
import { SelectField, TokenLabel } from "@/components/scenario/field-label";
import { capHint } from "@/components/scenario/hints";
import { RequestsField } from "@/components/scenario/requests-field";
import { FieldGrid, FieldRule } from "@/components/ui/fields/field-frame";
import { shapeChange, shapePeak } from "./changes";
import { ARRIVAL_NAMES, SHAPE_NAMES, SIZE_NAMES } from "./names";

interface Props {
  readonly workload: Workload;
  readonly index: number;
  readonly name: string;
  readonly open: boolean;
  /** The scenario’s day. */
  readonly asOf: string;
}

type SpreadField = "inputP95ToMean" | "visibleOutputP95ToMean" | "reasoningP95ToMean";

/** How one standard workload comes: its rate through the day, and how its requests differ. */
export const WorkloadTraffic = memo(function WorkloadTraffic({ workload, index, name, open, asOf }: Props) {
  const edit = useEdit();
  const {
    shape = DEFAULTS.implied.shape,
    arrivals = DEFAULTS.implied.arrivals,
    sizes = DEFAULTS.implied.sizes,
    visibleOutputTokens,
    reasoningTokens,
    firstTokenMs,
    tokensPerSecond,
  } = workload;
  const field = (key: keyof Workload): FieldName => `w${index}.${key}`;
  const change = (values: Changes<Workload>, key?: keyof Workload) =>
    edit({ do: "workload", index, change: values, field: key });
  const set = (key: keyof Workload) => (value: unknown) => change({ [key]: value }, key);
  /** A choice of words; the default is not written. */
  const choice = (
    key: "shape" | "arrivals" | "sizes",
    label: string,
    value: string,
    names: Readonly<Record<string, string>>,
    options: readonly string[],
  ) => (
    <SelectField
      label={label}
      name={field(key)}
      value={value}
      options={options}
      names={names}
      onValue={(chosen) =>
        change(
          key === "shape"
            ? shapeChange(workload, chosen as Shape)
            : { [key]: chosen === DEFAULTS.implied[key] ? undefined : chosen },
        )
      }
    />
  );
  const spread = (key: SpreadField, of: string, mean: number) => {
    const value = workload[key] ?? DEFAULTS.implied[key];
    const alike = key === "reasoningP95ToMean" || sizes === "fixed" ? "all alike" : "as in the data";
    return (
      <NumberInput
        label={
          <span>
            p95 over mean<span className="sr-only"> of {of}</span>
          </span>
        }
        name={field(key)}
        field={key}
        value={value}
        unit="×"
        sub
        onValue={(next) => change({ [key]: next === DEFAULTS.implied[key] ? undefined : next }, key)}
        hint={value === 1 ? alike : `${formatCompact(mean * value)} tokens`}
      />
    );
  };
  const output = visibleOutputTokens + reasoningTokens;
  const model = findModel(workload.model);
  return (
    <EditorCard
      open={open}
      data-workload={index}
      name={name}
      amount={SHAPE_NAMES[shape]}
      summary={
        <>
          <span>
            {workload.model}
            {model && isRetired(model, asOf) && " (retired)"}
          </span>
          <span>
            {formatNumber(workload.requests)} {PER_LABELS[workload.per]}
          </span>
        </>
      }
    >
      <FieldGrid>
        <RequestsField index={index} name={name} requests={workload.requests} per={workload.per} />
        {choice("shape", "Shape", shape, SHAPE_NAMES, CHOICES.shape)}
        <NumberInput
          label="Busiest minute"
          name={field("peakToMean")}
          field="peakToMean"
          value={workload.peakToMean}
          unit="×"
          onValue={set("peakToMean")}
          hint={shape === "flat" ? "over the mean" : `${formatFactor(shapePeak(shape))} by itself`}
        />
        <p className="col-span-full text-small text-ink-3">
          Real data: Azure conversation 1.6, ServeGen 2.7, Azure code 4.8.
        </p>
        {choice("arrivals", "Arrivals", arrivals, ARRIVAL_NAMES, CHOICES.arrivals)}
        <FieldRule />
        {choice("sizes", "Sizes", sizes, SIZE_NAMES, CHOICES.sizes)}
        <NumberInput
          label={<TokenLabel of="input" />}
          name={field("inputTokens")}
          field="inputTokens"
          value={workload.inputTokens}
          onValue={set("inputTokens")}
          hint="tokens"
        />
        {spread("inputP95ToMean", "input", workload.inputTokens)}
        <NumberInput
          label={<TokenLabel of="visible" />}
          name={field("visibleOutputTokens")}
          field="visibleOutputTokens"
          value={visibleOutputTokens}
          onValue={set("visibleOutputTokens")}
          hint="tokens"
        />
        {spread("visibleOutputP95ToMean", "visible output", visibleOutputTokens)}
        <NumberInput
          label={<TokenLabel of="reasoning" />}
          name={field("reasoningTokens")}
          field="reasoningTokens"
          value={reasoningTokens}
          onValue={set("reasoningTokens")}
          hint="tokens"
        />
        {spread("reasoningP95ToMean", "reasoning over visible output", reasoningTokens)}
        <NumberInput
          label={<TokenLabel of="cap" />}
          name={field("maxCompletionTokens")}
          field="maxCompletionTokens"
          value={workload.maxCompletionTokens}
          optional
          placeholder="none"
          onValue={set("maxCompletionTokens")}
          hint={capHint(workload.maxCompletionTokens, output)}
        />
        <FieldRule />
        <NumberInput
          label="First token"
          name={field("firstTokenMs")}
          field="firstTokenMs"
          value={firstTokenMs}
          optional
          placeholder="–"
          unit="ms"
          onValue={set("firstTokenMs")}
          hint={firstTokenMs === undefined ? "for in flight" : ""}
        />
        <NumberInput
          label="Output speed"
          name={field("tokensPerSecond")}
          field="tokensPerSecond"
          value={tokensPerSecond}
          optional
          placeholder="–"
          onValue={set("tokensPerSecond")}
          hint="tokens a second"
        />
      </FieldGrid>
    </EditorCard>
  );
});
