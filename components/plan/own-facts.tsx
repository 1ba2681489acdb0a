"use client";

import { memo, useState } from "react";
import { findModel, limitsAt, priceOn } from "@/lib/catalogue";
import { toOwnPrice } from "@/lib/facts";
import {
  MODEL_ID,
  poolOf,
  PRICE_PAIRS,
  type ModelOverride,
  type NumberField,
  type OwnLimits,
  type OwnPrice,
  type Scenario,
} from "@/lib/scenario";
import type { FieldName } from "@/lib/link";
import type { FocusTarget } from "@/lib/view/estimate";
import { formatNumber, formatTier } from "@/lib/view/text";
import { Button } from "@/components/ui/button";
import { useEdit } from "@/components/scenario/edit-context";
import { changed, type EditStep } from "@/components/scenario/edits";
import { ownPrice } from "./own-model";
import { DecimalInput, InputField, NumberInput } from "@/components/scenario/field";

const PRICES = [
  ["input", "Input"],
  ["cachedInput", "Cached input"],
  ["output", "Output"],
  ["batchInput", "Batch input"],
  ["batchOutput", "Batch output"],
] as const;
const MORE_PRICES = [
  ["batchCachedInput", "Batch cached input"],
  ["cacheWrite", "Cache writes"],
  ["flexInput", "Flex input"],
  ["flexCachedInput", "Flex cached input"],
  ["flexOutput", "Flex output"],
  ["priorityInput", "Priority input"],
  ["priorityCachedInput", "Priority cached input"],
  ["priorityOutput", "Priority output"],
] as const;
/** What is typed of these waits until the other is there too. */
const TOGETHER = [["input", "output"], ...PRICE_PAIRS] as const;
const LIMITS = [
  ["rpm", "Requests a minute"],
  ["tpm", "Tokens a minute"],
  ["batchQueueTokens", "Batch queue"],
  ["rpd", "Requests a day"],
  ["tpd", "Tokens a day"],
] as const;
const SIZES = [
  ["contextWindow", "Context window"],
  ["maxOutputTokens", "Max output"],
] as const;

/** Puts an override in the place of the pool’s last one, or takes it away where it says nothing of a catalogue model. */
function withOverride(scenario: Scenario, pool: string, next: ModelOverride): Scenario {
  const says = Object.keys(next).length > 1 || !findModel(pool);
  const at = scenario.modelOverrides.findIndex(({ model }) => poolOf(model) === pool);
  const others = scenario.modelOverrides.filter((_, index) => index !== at);
  if (!says) return { ...scenario, modelOverrides: others };
  if (at < 0) return { ...scenario, modelOverrides: [...others, next] };
  return { ...scenario, modelOverrides: scenario.modelOverrides.map((own, index) => (index === at ? next : own)) };
}

/** Your own prices and limits of one model. What is left empty stays as published, shown as the placeholder. */
const OwnFacts = memo(function OwnFacts({
  scenario,
  pool,
  index,
}: {
  scenario: Scenario;
  pool: string;
  index: number;
}) {
  const edit = useEdit();
  const model = findModel(pool);
  const override = scenario.modelOverrides.find(({ model: name }) => poolOf(name) === pool) ?? { model: pool };
  const row = model && priceOn(model, scenario.asOf);
  const listed = row && toOwnPrice(row.prices);
  const limits = model && limitsAt(model, scenario.usageTier);
  // A price needs both its ends: the first one typed, or what is left of two, waits for the other.
  const [held, setHeld] = useState<{ readonly price: Partial<OwnPrice>; readonly of: OwnPrice | undefined } | null>(
    null,
  );
  const waiting = held && held.of === override.price ? held.price : null;
  const shown: Partial<OwnPrice> = waiting ?? override.price ?? {};
  const put = (next: ModelOverride, field: Extract<EditStep, { of: "model" }>["field"]) =>
    edit({ do: "set", scenario: withOverride(scenario, pool, next), step: { of: "model", pool, field } });
  const name = (field: keyof OwnPrice | keyof OwnLimits | "model" | "contextWindow" | "maxOutputTokens"): FieldName =>
    `m${index}.${field}`;
  const at = (field: keyof OwnPrice | keyof OwnLimits): FocusTarget => ({ of: "model", pool, field });

  const setPrice = (field: keyof OwnPrice, value: string | undefined) => {
    const price = { ...(waiting ?? override.price ?? ownPrice(row)), [field]: value };
    if (value === undefined) delete price[field];
    const whole =
      price.input !== undefined &&
      TOGETHER.every(([one, other]) => (price[one] === undefined) === (price[other] === undefined));
    setHeld(whole ? null : { price, of: override.price });
    if (whole) put({ ...override, price: price as OwnPrice }, field);
  };
  const neededToo = (field: keyof OwnPrice) =>
    waiting &&
    waiting[field] === undefined &&
    TOGETHER.some(
      (pair) => (pair as readonly string[]).includes(field) && pair.some((one) => waiting[one] !== undefined),
    );
  const priceField = ([field, label]: (typeof PRICES | typeof MORE_PRICES)[number]) => (
    <DecimalInput
      key={field}
      label={label}
      name={name(field)}
      at={at(field)}
      value={shown[field]}
      placeholder={listed?.[field] ?? "none"}
      optional={(field !== "input" && field !== "output") || !override.price}
      onValue={(value) => setPrice(field, value)}
      unit="$"
      hint={neededToo(field) ? "needed too" : ""}
    />
  );
  const setLimit = (field: (typeof LIMITS)[number][0], value: number | undefined) => {
    const next = changed(override.limits ?? {}, { [field]: value });
    put(changed(override, { limits: Object.keys(next).length ? next : undefined }), field);
  };

  return (
    <details className="wl mt-2" id={`own-${pool}`} data-model={pool}>
      <summary>
        <svg className="chev" width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
          <path d="m1.5 0 5 4-5 4z" fill="currentColor" />
        </svg>
        <b>{pool}</b>
        <span className="col-[2/-1] flex justify-between text-small text-ink-2">
          {model ? (Object.keys(override).length > 1 ? "your own figures" : "as published") : "your own model"}
        </span>
      </summary>
      <div className="in">
        <input type="hidden" name={name("model")} value={override.model} />
        <div className="led">
          {!model && (
            <InputField
              label="Id"
              name=""
              value={pool}
              shown={pool}
              wide
              read={(text) =>
                MODEL_ID.test(text.trim()) &&
                !findModel(text.trim()) &&
                (text.trim() === pool || !scenario.modelOverrides.some(({ model: other }) => other === text.trim()))
                  ? { value: text.trim() }
                  : {
                      error: `“${text}” is not accepted; give a new id of a–z, 0–9, dot, dash or underscore, 40 characters at most`,
                    }
              }
              onValue={(id) =>
                edit({
                  do: "set",
                  scenario: {
                    ...scenario,
                    modelOverrides: scenario.modelOverrides.map((one) =>
                      one.model === pool ? { ...one, model: id! } : one,
                    ),
                    workloads: scenario.workloads.map((workload) =>
                      workload.model === pool ? { ...workload, model: id! } : workload,
                    ),
                    ...(scenario.backlog?.model === pool && { backlog: { ...scenario.backlog, model: id! } }),
                  },
                })
              }
            />
          )}
          <p className="full text-small text-ink-2">$ per million tokens</p>
          {PRICES.map(priceField)}
          <details className="full">
            <summary className="text-small text-ink-2">Flex, priority, cache writes, cached batch</summary>
            <div className="led mt-2">{MORE_PRICES.map(priceField)}</div>
          </details>
          {override.price && model && (
            <Button
              small
              className="full justify-self-start"
              onClick={() => put(changed(override, { price: undefined }), "price")}
            >
              Use published prices
            </Button>
          )}
          <p className="full mt-2 text-small text-ink-2">
            {model
              ? `Limits of your dashboard at ${formatTier(scenario.usageTier)}`
              : "Limits, the same at every paid tier"}
          </p>
          {LIMITS.map(([field, label]) => {
            const published = limits?.[field];
            return (
              <NumberInput
                key={field}
                label={label}
                name={name(field)}
                at={at(field)}
                field={field as NumberField}
                value={override.limits?.[field]}
                placeholder={
                  typeof published === "number"
                    ? formatNumber(published)
                    : field === "rpd" || field === "tpd"
                      ? "none"
                      : "–"
                }
                optional
                onValue={(value) => setLimit(field, value)}
                hint={field === "batchQueueTokens" ? "tokens" : ""}
              />
            );
          })}
          {SIZES.map(([field, label]) => (
            <NumberInput
              key={field}
              label={label}
              name={name(field)}
              field={field}
              value={override[field]}
              placeholder={model ? formatNumber(model[field]) : "–"}
              optional
              onValue={(value) => put(changed(override, { [field]: value }), field)}
              hint="tokens"
            />
          ))}
        </div>
      </div>
    </details>
  );
});

/** Your own figures for every model in use and every one you defined. */
export function OwnFactsList({ scenario }: { scenario: Scenario }) {
  const overridden = scenario.modelOverrides.map(({ model }) => poolOf(model));
  const used = [...scenario.workloads, ...(scenario.backlog ? [scenario.backlog] : [])].map(({ model }) =>
    poolOf(model),
  );
  const pools = [...new Set([...overridden, ...used])];
  return pools.map((pool, index) => <OwnFacts key={pool} scenario={scenario} pool={pool} index={index} />);
}
