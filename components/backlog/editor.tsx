"use client";

import { memo } from "react";
import { isInputOnly } from "@/lib/catalogue";
import { requestOf, requestSizesOf, type BacklogPlan } from "@/lib/batch";
import { encodeLink } from "@/lib/link";
import { chargeMilli } from "@/lib/rates";
import { type Backlog, type Scenario, type Workload } from "@/lib/scenario";
import { MILLI } from "@/lib/fields";
import { backlogAccounting } from "@/lib/view/backlog";
import { formatNumber } from "@/lib/view/text";
import { workloadName } from "@/lib/view/names";
import { TryLink } from "@/components/figures/try-link";
import { PresetButton } from "@/components/scenario/preset-button";
import { CachedField } from "@/components/scenario/cached-field";
import { TokenLabel } from "@/components/scenario/field-label";
import { capHint, reasoningHint, shareHint } from "@/components/scenario/hints";
import { Button } from "@/components/ui/button";
import { FieldGrid, FieldRule } from "@/components/ui/fields/field-frame";
import { besideLook } from "@/components/ui/page/pane-page";
import { AccountingPicker } from "@/components/scenario/accounting-picker";
import { useEdit } from "@/components/scenario/edit-context";
import { changed, type Changes } from "@/components/scenario/edits";
import { EditHead } from "@/components/scenario/edit-head";
import { NumberInput } from "@/components/scenario/field";
import { ModelPicker } from "@/components/scenario/models/picker";
import { RequestStrip } from "@/components/scenario/request-strip";
import { TierPicker } from "@/components/scenario/tier-picker";
import { ROUTES } from "@/components/ui/routes";
import { BacklogTerms } from "./terms";

/** The backlog with the model and sizes of a workload; how much there is, by when and for how much stay. */
function withSizes(scenario: Scenario, backlog: Backlog, workload: Workload): Scenario {
  const sizes = requestSizesOf(workload);
  return { ...scenario, backlog: changed(backlog, { ...sizes, maxCompletionTokens: sizes.maxCompletionTokens }) };
}

/** Sizes to take over: those of each workload, and of the presets. Without scripts they are links. */
function SizesFrom({ scenario, backlog }: { scenario: Scenario; backlog: Backlog }) {
  const edit = useEdit();
  return (
    <div className="col-span-full mb-2 flex flex-wrap items-center gap-2">
      <span className="text-12 text-ink-2">Sizes of</span>
      {scenario.workloads.map((workload, index) => (
        <TryLink
          key={index}
          scenario={withSizes(scenario, backlog, workload)}
          label={`Use the sizes of ${workloadName(scenario, index)}`}
          className="max-w-full truncate"
        >
          {workloadName(scenario, index)}
        </TryLink>
      ))}
      <PresetButton
        small
        text="A preset"
        label="Use the sizes of a preset"
        onPreset={(preset) => edit({ do: "set", scenario: withSizes(scenario, backlog, preset) })}
      />
    </div>
  );
}

/**
 * The pile of work and what it may take. Without JavaScript it is a form that leads to the link of what was
 * entered.
 */
export const BacklogEditor = memo(function BacklogEditor({ plan, link }: { plan: BacklogPlan; link: string }) {
  const edit = useEdit();
  const { scenario, backlog } = plan;
  const request = requestOf(backlog);
  const charge = chargeMilli(request, scenario.tokenAccounting) / MILLI;
  const output = backlog.visibleOutputTokens + backlog.reasoningTokens;
  const gives = !isInputOnly(plan.facts);
  const change = (values: Changes<Backlog>, field?: keyof Backlog) =>
    edit({ do: "backlog", backlog, change: values, field });
  const set = (field: keyof Backlog) => (value: unknown) => change({ [field]: value }, field);
  return (
    <form
      className={besideLook()}
      aria-label="Backlog"
      action="/plan"
      method="get"
      onSubmit={(event) => event.preventDefault()}
    >
      <input type="hidden" name="from" value={link} />
      <input type="hidden" name="page" value={ROUTES.backlog} />
      <EditHead title={scenario.title || "Backlog"} />

      <div className="col-start-1">
        <TierPicker scenario={scenario} />
        <FieldGrid>
          <ModelPicker
            name="b.model"
            value={backlog.model}
            usageTier={scenario.usageTier}
            asOf={scenario.asOf}
            modelOverrides={scenario.modelOverrides}
            onChoose={(model) => change({ model })}
          />
          <NumberInput
            label="Requests"
            name="b.total"
            at={{ of: "backlog", field: "total" }}
            field="total"
            value={backlog.total}
            onValue={set("total")}
            wide
          />
          <FieldRule />
          <SizesFrom scenario={scenario} backlog={backlog} />
          <RequestStrip
            workload={request}
            charge={formatNumber(charge)}
            chargeTokens={charge}
            work={{ of: "backlog-charge" }}
          />
          <NumberInput
            label={<TokenLabel of="input" />}
            name="b.inputTokens"
            field="inputTokens"
            value={backlog.inputTokens}
            onValue={set("inputTokens")}
            hint="tokens"
          />
          {(gives || backlog.cachedInputTokens > 0) && (
            <CachedField
              name="b.cachedInputTokens"
              value={backlog.cachedInputTokens}
              inputTokens={backlog.inputTokens}
              onValue={set("cachedInputTokens")}
            />
          )}
          {(gives || backlog.visibleOutputTokens > 0) && (
            <NumberInput
              label={<TokenLabel of="visible" />}
              name="b.visibleOutputTokens"
              field="visibleOutputTokens"
              value={backlog.visibleOutputTokens}
              onValue={set("visibleOutputTokens")}
              hint=""
            />
          )}
          {(gives || backlog.reasoningTokens > 0) && (
            <NumberInput
              label={<TokenLabel of="reasoning" />}
              name="b.reasoningTokens"
              field="reasoningTokens"
              value={backlog.reasoningTokens}
              onValue={set("reasoningTokens")}
              hint={reasoningHint(
                backlog.model,
                backlog.reasoningTokens,
                shareHint(backlog.reasoningTokens, output, "output"),
              )}
            />
          )}
          {(gives || backlog.maxCompletionTokens !== undefined) && (
            <NumberInput
              label={<TokenLabel of="cap" />}
              name="b.maxCompletionTokens"
              field="maxCompletionTokens"
              value={backlog.maxCompletionTokens}
              optional
              placeholder="none"
              onValue={set("maxCompletionTokens")}
              hint={capHint(backlog.maxCompletionTokens, output)}
            />
          )}
          <FieldRule />
          <BacklogTerms plan={plan} />
        </FieldGrid>
      </div>

      <div className="col-start-2">
        <div className="mt-4 wide:block">
          <AccountingPicker chosen={scenario.tokenAccounting} view={backlogAccounting(plan)} />
        </div>
        <p className="mt-4 text-13">
          Own prices, limits, models and the day are entered on <a href={encodeLink(scenario)}>Plan</a>; they hold here
          too.
        </p>
        <Button type="submit" go className="mt-4 only-without-scripts">
          Update the plan
        </Button>
      </div>
    </form>
  );
});
