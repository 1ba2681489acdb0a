"use client";

import { memo } from "react";
import { findModel, isRetired } from "@/lib/catalogue";
import { CHOICES, DEFAULTS, type Shape, type Workload } from "@/lib/scenario";
import type { FieldName } from "@/lib/link";
import { formatCompact, formatFactor, formatNumber, PER_LABELS } from "@/lib/view/text";
import { useEdit } from "@/components/scenario/edit-context";
import type { Changes } from "@/components/scenario/edits";
import { NumberInput } from "@/components/scenario/field";
import { RequestsField } from "@/components/scenario/requests-field";
import { Summary } from "@/components/ui/disclosure";
import { shapeChange, shapePeak } from "./edits";
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
    <>
      <label className="k" htmlFor={field(key)}>
        {label}
      </label>
      <div className="fld w2">
        <select
          id={field(key)}
          name={field(key)}
          value={value}
          onChange={({ target }) =>
            change(
              key === "shape"
                ? shapeChange(workload, target.value as Shape)
                : { [key]: target.value === DEFAULTS.implied[key] ? undefined : target.value },
            )
          }
        >
          {options.map((option) => (
            <option key={option} value={option}>
              {names[option]}
            </option>
          ))}
        </select>
      </div>
    </>
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
    <details className="wl" open={open} data-workload={index}>
      <Summary>
        <b>{name}</b>
        <span className="amt">{SHAPE_NAMES[shape]}</span>
        <span className="col-[2/-1] flex justify-between text-small text-ink-2">
          <span>
            {workload.model}
            {model && isRetired(model, asOf) && " (retired)"}
          </span>
          <span>
            {formatNumber(workload.requests)} {PER_LABELS[workload.per]}
          </span>
        </span>
      </Summary>
      <div className="in">
        <div className="led">
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
          <p className="full text-small text-ink-3">Real data: Azure conversation 1.6, ServeGen 2.7, Azure code 4.8.</p>
          {choice("arrivals", "Arrivals", arrivals, ARRIVAL_NAMES, CHOICES.arrivals)}
          <div className="sep" />
          {choice("sizes", "Sizes", sizes, SIZE_NAMES, CHOICES.sizes)}
          <NumberInput
            label={
              <>
                <i className="sw c1" />
                Input
              </>
            }
            name={field("inputTokens")}
            field="inputTokens"
            value={workload.inputTokens}
            onValue={set("inputTokens")}
            hint="tokens"
          />
          {spread("inputP95ToMean", "input", workload.inputTokens)}
          <NumberInput
            label={
              <>
                <i className="sw c3" />
                Visible output
              </>
            }
            name={field("visibleOutputTokens")}
            field="visibleOutputTokens"
            value={visibleOutputTokens}
            onValue={set("visibleOutputTokens")}
            hint="tokens"
          />
          {spread("visibleOutputP95ToMean", "visible output", visibleOutputTokens)}
          <NumberInput
            label={
              <>
                <i className="sw c4" />
                Reasoning
              </>
            }
            name={field("reasoningTokens")}
            field="reasoningTokens"
            value={reasoningTokens}
            onValue={set("reasoningTokens")}
            hint="tokens"
          />
          {spread("reasoningP95ToMean", "reasoning over visible output", reasoningTokens)}
          <NumberInput
            label={
              <>
                <i className="sw cap" />
                Cap
              </>
            }
            name={field("maxCompletionTokens")}
            field="maxCompletionTokens"
            value={workload.maxCompletionTokens}
            optional
            placeholder="none"
            onValue={set("maxCompletionTokens")}
            hint={
              workload.maxCompletionTokens === undefined
                ? "max tokens"
                : output > 0
                  ? `${formatFactor(workload.maxCompletionTokens / output)} × output`
                  : ""
            }
          />
          <div className="sep" />
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
        </div>
      </div>
    </details>
  );
});
