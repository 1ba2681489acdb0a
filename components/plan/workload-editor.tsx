"use client";

import { memo, type ClipboardEvent, type ComponentProps } from "react";
import { parseTyped, type FieldName } from "@/lib/link";
import { MOST, CHOICES, type Scenario, type ServiceTier, type Workload } from "@/lib/scenario";
import {
  formatFactor,
  formatNumber,
  formatPercent,
  inTier,
  listed,
  PER_LABELS,
  SERVICE_TIER_NAMES,
} from "@/lib/view/text";
import { Button } from "@/components/ui/button";
import { Summary } from "@/components/ui/disclosure";
import { WarnMark } from "@/components/ui/marks";
import { useEdit } from "@/components/scenario/edit-context";
import type { Changes } from "@/components/scenario/edits";
import { InputField, NumberInput } from "@/components/scenario/field";
import { ModelPicker } from "@/components/scenario/models/picker";
import { RequestStrip } from "@/components/scenario/request-strip";
import { RequestsField } from "@/components/scenario/requests-field";

interface Props {
  readonly workload: Workload;
  readonly index: number;
  readonly count: number;
  readonly name: string;
  readonly amount: string;
  readonly peak: string;
  /** Tokens charged against TPM for one request. */
  readonly charge: string;
  readonly chargeTokens: number;
  readonly usageTier: Scenario["usageTier"];
  readonly asOf: Scenario["asOf"];
  readonly modelOverrides: Scenario["modelOverrides"];
  /** Service tiers the model has a price in, and `writes` where cache writes have one. */
  readonly priced: string;
  readonly open: boolean;
  readonly act: (action: WorkloadAction, index: number, id?: string) => void;
}

export type WorkloadAction = "up" | "down" | "duplicate" | "remove" | "own-model" | "usage";

const NEAR_1024 = 1024;

/** One workload of the editor. Its own numbers only: it draws anew when they change, not when the estimate does. */
export const WorkloadEditor = memo(function WorkloadEditor({
  workload,
  index,
  count,
  name,
  amount,
  peak,
  charge,
  chargeTokens,
  usageTier,
  asOf,
  modelOverrides,
  priced,
  open,
  act,
}: Props) {
  const edit = useEdit();
  const field = (key: keyof Workload): FieldName => `w${index}.${key}`;
  const change = (values: Changes<Workload>, key?: keyof Workload) =>
    edit({ do: "workload", index, change: values, field: key });
  const set = (key: keyof Workload) => (value: unknown) => change({ [key]: value }, key);
  const output = workload.visibleOutputTokens + workload.reasoningTokens;
  // A usage object or a sentence of counts pasted into any field but the name fills all of them.
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text");
    if (!/input|output|prompt|completion/i.test(text) || (event.target as HTMLInputElement).name === field("name"))
      return;
    event.preventDefault();
    void import("@/lib/usage").then(({ parseUsage }) => {
      const usage = parseUsage(text);
      if (usage) change(usage);
    });
  };
  return (
    <details className="wl" open={open} data-workload={index}>
      <Summary>
        <b>{name}</b>
        <span className="amt">{amount}</span>
        <span className="col-[2/-1] flex justify-between text-small text-ink-2">
          <span>
            {workload.model}
            {inTier(workload.serviceTier)}
          </span>
          <span>
            {formatNumber(workload.requests)} {PER_LABELS[workload.per]}
          </span>
        </span>
      </Summary>
      <div className="in" onPaste={paste}>
        <div className="led">
          <Identity
            index={index}
            name={workload.name}
            model={workload.model}
            serviceTier={workload.serviceTier}
            usageTier={usageTier}
            asOf={asOf}
            modelOverrides={modelOverrides}
            priced={priced}
            act={act}
          />
          <RequestsField index={index} name={name} requests={workload.requests} per={workload.per} />
          <Count
            of="peakToMean"
            index={index}
            value={workload.peakToMean}
            unit="×"
            hint={workload.serviceTier === "batch" ? "not in batch" : `${peak} requests`}
          />
          <div className="sep" />
          <RequestStrip
            workload={workload}
            charge={charge}
            chargeTokens={chargeTokens}
            work={{ of: "charge", workload: index }}
          />
          <NumberInput
            label={
              <>
                <i className="sw c1" />
                Input
              </>
            }
            name={field("inputTokens")}
            at={{ of: "workload", workload: index, field: "inputTokens" }}
            field="inputTokens"
            value={workload.inputTokens}
            onValue={set("inputTokens")}
            hint="tokens"
          />
          <InputField
            label={
              <>
                <i className="sw cached" />
                of which cached
              </>
            }
            name={field("cachedInputTokens")}
            value={workload.cachedInputTokens}
            shown={formatNumber(workload.cachedInputTokens)}
            read={(text) => parseTyped(text, { min: 0, max: workload.inputTokens })}
            onValue={set("cachedInputTokens")}
            describe={formatNumber}
            sub
            hint={
              workload.cachedInputTokens > 0 && workload.cachedInputTokens < NEAR_1024 ? (
                <span className="w1 flex items-center gap-[5px] text-near">
                  <WarnMark size={12} />
                  under 1,024
                </span>
              ) : workload.cachedInputTokens > 0 ? (
                `${formatPercent(workload.cachedInputTokens / workload.inputTokens)} of input`
              ) : (
                ""
              )
            }
          />
          {(isPriced(priced, "writes") || workload.cacheWriteTokens !== undefined) && (
            <InputField
              label={
                <>
                  <i className="sw seg-write" />
                  of which written
                </>
              }
              name={field("cacheWriteTokens")}
              value={workload.cacheWriteTokens}
              shown={formatNumber(workload.cacheWriteTokens ?? 0)}
              read={(text) => parseTyped(text, { min: 0, max: workload.inputTokens - workload.cachedInputTokens })}
              onValue={set("cacheWriteTokens")}
              describe={formatNumber}
              sub
              optional
              hint="to the cache"
            />
          )}
          <Count of="visibleOutputTokens" index={index} value={workload.visibleOutputTokens} hint="" />
          <Count
            of="reasoningTokens"
            index={index}
            value={workload.reasoningTokens}
            hint={workload.reasoningTokens > 0 ? `${formatPercent(workload.reasoningTokens / output)} of output` : ""}
          />
          <Count
            of="maxCompletionTokens"
            index={index}
            value={workload.maxCompletionTokens}
            optional
            placeholder="none"
            hint={
              workload.maxCompletionTokens === undefined
                ? "max tokens"
                : output > 0
                  ? `${formatFactor(workload.maxCompletionTokens / output)} × output`
                  : ""
            }
          />
          <Count of="retryShare" index={index} value={workload.retryShare} hint="per request" />
        </div>
        <Actions index={index} name={name} count={count} act={act} />
      </div>
    </details>
  );
});

const isPriced = (priced: string, what: ServiceTier | "writes") => priced.split(" ").includes(what);

type IdentityProps = Pick<Props, "index" | "name" | "usageTier" | "asOf" | "modelOverrides" | "priced" | "act"> &
  Pick<Workload, "model" | "serviceTier">;

/** What a workload is: its name, its model and its service tier. */
const Identity = memo(function Identity({
  index,
  name,
  model,
  serviceTier,
  usageTier,
  asOf,
  modelOverrides,
  priced,
  act,
}: IdentityProps) {
  const edit = useEdit();
  const field = (key: keyof Workload): FieldName => `w${index}.${key}`;
  const change = (values: Changes<Workload>, key?: "name") =>
    edit({ do: "workload", index, change: values, field: key });
  const offered = (tier: ServiceTier) => isPriced(priced, tier);
  const tiers =
    offered("flex") || offered("priority")
      ? CHOICES.serviceTier
      : CHOICES.serviceTier.filter((tier) => tier === "standard" || tier === "batch" || tier === serviceTier);
  return (
    <>
      <label className="k" htmlFor={field("name")}>
        Name
      </label>
      <div className="fld text w2">
        <input
          id={field("name")}
          name={field("name")}
          value={name}
          placeholder={`Workload ${index + 1}`}
          autoComplete="off"
          onChange={(event) => change({ name: [...event.target.value].slice(0, MOST.name).join("") }, "name")}
          onBlur={() => edit({ do: "leave" })}
        />
      </div>
      <ModelPicker
        name={field("model")}
        value={model}
        usageTier={usageTier}
        asOf={asOf}
        modelOverrides={modelOverrides}
        onChoose={(chosen) => change({ model: chosen })}
        onOwn={(id) => act("own-model", index, id)}
      />
      <span className="k" id={`w${index}.st`}>
        Service tier
      </span>
      <div
        className={tiers.length > 2 ? "seg w2 grid-flow-row grid-cols-2" : "seg w2"}
        role="radiogroup"
        aria-labelledby={`w${index}.st`}
      >
        {tiers.map((tier) => (
          <label key={tier}>
            <input
              type="radio"
              name={field("serviceTier")}
              value={tier}
              checked={serviceTier === tier}
              onChange={() => change({ serviceTier: tier })}
            />
            {SERVICE_TIER_NAMES[tier]}
            {!offered(tier) && <span className="sr-only">, no price published</span>}
          </label>
        ))}
      </div>
      {tiers.length > 2 && !tiers.every(offered) && (
        <p className="w2 text-small text-ink-2">
          {listed(tiers.filter((tier) => !offered(tier)).map((tier) => SERVICE_TIER_NAMES[tier]))}: no price published
        </p>
      )}
    </>
  );
});

/** What can be done with a workload. */
const Actions = memo(function Actions({ index, name, count, act }: Pick<Props, "index" | "name" | "count" | "act">) {
  const action = (what: WorkloadAction, label: string, disabled = false) => (
    <Button
      type="submit"
      name="do"
      value={`${what}.${index}`}
      small
      disabled={disabled}
      aria-label={`${label} ${name}`}
      onClick={(event) => {
        event.preventDefault();
        act(what, index);
      }}
    >
      {label}
    </Button>
  );
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {action("usage", "Paste usage")}
      {action("duplicate", "Duplicate", count >= MOST.workloads)}
      {count > 1 && action("up", "Move up", index === 0)}
      {count > 1 && action("down", "Move down", index === count - 1)}
      {count > 1 && action("remove", "Remove")}
    </div>
  );
});

const LABELS = {
  peakToMean: "Busiest minute",
  visibleOutputTokens: (
    <>
      <i className="sw c3" />
      Visible output
    </>
  ),
  reasoningTokens: (
    <>
      <i className="sw c4" />
      Reasoning
    </>
  ),
  maxCompletionTokens: (
    <>
      <i className="sw cap" />
      Cap
    </>
  ),
  retryShare: "Billed retries",
} as const;

interface CountProps extends Pick<
  ComponentProps<typeof NumberInput>,
  "value" | "hint" | "unit" | "optional" | "placeholder"
> {
  readonly index: number;
  readonly of: keyof typeof LABELS;
}

/** A field of the workload that no other follows: it draws anew when its own value does. */
const Count = memo(function Count({ index, of, ...rest }: CountProps) {
  const edit = useEdit();
  return (
    <NumberInput
      {...rest}
      label={LABELS[of]}
      name={`w${index}.${of}`}
      at={{ of: "workload", workload: index, field: of }}
      field={of}
      onValue={(value) => edit({ do: "workload", index, change: { [of]: value }, field: of })}
    />
  );
});
