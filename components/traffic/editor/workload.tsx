"use client";

import { memo } from "react";
import { findModel, isInputOnly, isRetired } from "@/lib/catalogue";
import { DEFAULTS, type Workload } from "@/lib/scenario";
import { formatFactor, formatNumber } from "@/lib/view/text";
import { PER_LABELS } from "@/lib/view/names";
import { TermLink } from "@/components/figures/term-link";
import { EditorCard } from "@/components/scenario/editor-card";
import { MeanField } from "@/components/scenario/mean-field";
import { RequestsField } from "@/components/scenario/requests-field";
import { FieldGrid, FieldRule } from "@/components/ui/fields/field-frame";
import { shapePeak } from "./changes";
import { WorkloadChoice, WorkloadNumber } from "./fields";
import { SHAPE_NAMES } from "@/lib/view/names";
import { TrafficSizes } from "./sizes";

interface WorkloadTrafficProps {
  readonly workload: Workload;
  readonly index: number;
  readonly name: string;
  readonly open: boolean;
  /** The scenario’s day. */
  readonly asOf: string;
}

/** How one standard workload comes: its rate through the day, and how its requests differ. */
export const WorkloadTraffic = memo(function WorkloadTraffic(props: WorkloadTrafficProps) {
  const { workload, index, name, open, asOf } = props;
  const { shape = DEFAULTS.implied.shape, peakToMean, firstTokenMs, tokensPerSecond } = workload;
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
        <RequestsField
          index={index}
          name={name}
          requests={workload.requests}
          ranges={workload.ranges}
          per={workload.per}
        />
        <WorkloadChoice workload={workload} index={index} of="shape" />
        <MeanField
          index={index}
          field="peakToMean"
          label={<TermLink of="peak">Busiest minute</TermLink>}
          number={peakToMean}
          ranges={workload.ranges}
          unit="×"
          hint={shape === "flat" ? "over the mean" : `${formatFactor(shapePeak(shape))} by itself`}
        />
        <p className="col-span-full text-small text-ink-3">
          Real data: Azure conversation 1.6, ServeGen 2.7, Azure code 4.8.
        </p>
        <WorkloadChoice workload={workload} index={index} of="arrivals" />
        <FieldRule />
        <TrafficSizes workload={workload} index={index} />
        <FieldRule />
        <WorkloadNumber
          index={index}
          of="firstTokenMs"
          label={model && isInputOnly(model) ? "Answer after" : "First token"}
          value={firstTokenMs}
          optional
          placeholder="–"
          unit="ms"
          hint={firstTokenMs === undefined ? "for in flight" : ""}
        />
        {(!model || !isInputOnly(model) || tokensPerSecond !== undefined) && (
          <WorkloadNumber
            index={index}
            of="tokensPerSecond"
            label="Output speed"
            value={tokensPerSecond}
            optional
            placeholder="–"
            hint="tokens a second"
          />
        )}
      </FieldGrid>
    </EditorCard>
  );
});
