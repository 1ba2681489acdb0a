"use client";

import { memo } from "react";
import type { Estimate } from "@/lib/estimate";
import { encodeLink, parseTyped } from "@/lib/link";
import type { Growth } from "@/lib/scenario";
import { growthHint, growthText, lastText, paidText, rangeTexts, workloadSummaries } from "@/lib/view/forecast";
import { formatNumber } from "@/lib/view/text";
import { DecimalInput } from "@/components/scenario/decimal-field";
import { EditHead } from "@/components/scenario/edit-head";
import { useEdit } from "@/components/scenario/edit-context";
import { InputField, NumberInput } from "@/components/scenario/field";
import { TierPicker } from "@/components/scenario/tier-picker";
import { Button } from "@/components/ui/button";
import { FieldGrid, FieldRule } from "@/components/ui/fields/field-frame";
import { takeTyped } from "@/components/ui/hooks/take-typed";
import { besideLook } from "@/components/ui/page/pane-page";
import { ROUTES } from "@/components/ui/routes";

interface EditorProps {
  /** The month of today. */
  readonly estimate: Estimate;
  readonly link: string;
}

/** How it grows, for how long, and what there is to pay for it. */
function GrowthFields({ estimate: { scenario } }: Pick<EditorProps, "estimate">) {
  const edit = useEdit();
  const { growth, monthlyBudgetUsd } = scenario;
  const set = (field: keyof Growth) => (value: unknown) => edit({ do: "growth", change: { [field]: value }, field });
  return (
    <FieldGrid>
      <InputField<number>
        label="Growth"
        name="g.percentPerMonth"
        value={growth?.percentPerMonth}
        shown={growth ? formatNumber(growth.percentPerMonth).replace("-", "−") : ""}
        read={(text) => parseTyped(text, "percentPerMonth")}
        onValue={set("percentPerMonth")}
        describe={growthText}
        optional
        placeholder="8"
        keyboard="text"
        unit="% / mo"
        hint={growth ? growthHint(growth) : "of requests"}
      />
      <NumberInput
        label="Months"
        name="g.months"
        field="months"
        value={growth?.months}
        placeholder="12"
        onValue={set("months")}
        hint={growth ? lastText(scenario, growth.months) : "1 to 36"}
      />
      <DecimalInput
        label="Budget"
        name="monthlyBudgetUsd"
        value={monthlyBudgetUsd}
        optional
        placeholder="none"
        unit="$"
        onValue={(value) => edit({ do: "change", change: { monthlyBudgetUsd: value }, field: "monthlyBudgetUsd" })}
        hint="a month"
      />
      <FieldRule />
      <DecimalInput
        label="Paid so far"
        name="g.paidUsd"
        value={growth?.paidUsd}
        optional
        placeholder="–"
        unit="$"
        onValue={set("paidUsd")}
        hint={paidText(scenario)}
      />
      <label className="col-span-full flex items-start gap-2 py-1">
        {/* A box that is not ticked sends nothing: without scripts this is what it says then. */}
        <input type="hidden" name="g.tierFollows" value="no" />
        <input
          ref={takeTyped}
          type="checkbox"
          name="g.tierFollows"
          value="yes"
          className="mt-1"
          checked={growth?.tierFollows ?? false}
          onChange={({ target }) => edit({ do: "growth", change: { tierFollows: target.checked || undefined } })}
        />
        <span>Usage tier follows what is paid</span>
      </label>
    </FieldGrid>
  );
}

/** The workloads that grow, and the ranges that draw the band; both are entered on Plan. */
function Entered({ estimate }: Pick<EditorProps, "estimate">) {
  const ranges = rangeTexts(estimate.scenario);
  const plan = encodeLink(estimate.scenario);
  return (
    <>
      <section aria-labelledby="h-grows" className="mt-4 border-t border-line pt-3.5">
        <div className="mb-1.5 flex items-baseline justify-between">
          <h3 id="h-grows" className="text-12 text-ink-2">
            What grows
          </h3>
          <a className="text-small" href={plan}>
            Edit on Plan
          </a>
        </div>
        <ul>
          {workloadSummaries(estimate).map(({ key, name, model, cost, rate }) => (
            <li key={key} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 py-1">
              <b className="truncate">{name}</b>
              <b className="text-right">{cost}</b>
              <span className="truncate text-small text-ink-2">{model}</span>
              <span className="text-right text-small text-ink-2">{rate}</span>
            </li>
          ))}
        </ul>
      </section>
      {ranges.length > 0 && (
        <section aria-labelledby="h-ranges" className="mt-4 border-t border-line pt-3.5">
          <h3 id="h-ranges" className="mb-1.5 text-12 text-ink-2">
            Ranges that draw the band
          </h3>
          <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1 text-13">
            {ranges.map(({ name, text }) => (
              <div key={name} className="col-span-full grid grid-cols-subgrid">
                <dt className="text-ink-2">{name}</dt>
                <dd className="text-right">{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

/** What a forecast takes. Without JavaScript it is a form that leads to the link of what was entered. */
export const ForecastEditor = memo(function ForecastEditor({ estimate, link }: EditorProps) {
  const { scenario } = estimate;
  return (
    <form
      className={besideLook()}
      aria-label="Forecast"
      action="/plan"
      method="get"
      onSubmit={(event) => event.preventDefault()}
    >
      <input type="hidden" name="from" value={link} />
      <input type="hidden" name="page" value={ROUTES.forecast} />
      <EditHead title={scenario.title || "Forecast"} />
      <div className="col-start-1">
        <GrowthFields estimate={estimate} />
        <div className="mt-4">
          <TierPicker scenario={scenario} />
        </div>
      </div>
      <div className="col-start-2">
        <Entered estimate={estimate} />
        <p className="mt-4 border-t border-line pt-3.5 text-13 text-ink-2">
          <a href={ROUTES.import}>Take the trend from a usage export</a> instead: its growth a month with its own
          uncertainty.
        </p>
        <Button type="submit" go className="mt-4 only-without-scripts">
          Update the forecast
        </Button>
      </div>
    </form>
  );
});
