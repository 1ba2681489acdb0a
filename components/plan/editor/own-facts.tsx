"use client";

import { memo } from "react";
import { findModel, limitsAt, priceOn } from "@/lib/catalogue";
import { poolOf, type ModelOverride, type OwnLimits, type OwnPrice, type Scenario } from "@/lib/scenario";
import { formatCompact, formatNumber, formatTier } from "@/lib/view/text";
import { EditorCard } from "@/components/scenario/editor-card";
import { useEdit } from "@/components/scenario/edit-context";
import { changed, type EditStep } from "@/components/scenario/edits";
import { NumberInput } from "@/components/scenario/field";
import { Button } from "@/components/ui/button";
import { FieldGrid } from "@/components/ui/fields/field-frame";
import { OwnModelId } from "./own-model-id";
import { priceOrigin } from "./own-model";
import { OwnPrices } from "./own-prices";
import { PasteLimits } from "./paste-limits";

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

type ModelField = Extract<EditStep, { of: "model" }>["field"];

/**
 * Puts an override in the place of the pool’s last one, or takes it away where it says nothing of a catalogue
 * model.
 */
function withOverride(scenario: Scenario, pool: string, next: ModelOverride): Scenario {
  const isEmpty = Object.keys(next).length === 1 && findModel(pool) !== undefined;
  const at = scenario.modelOverrides.findIndex(({ model }) => poolOf(model) === pool);
  const overrides = [...scenario.modelOverrides];
  overrides.splice(at < 0 ? overrides.length : at, at < 0 ? 0 : 1, ...(isEmpty ? [] : [next]));
  return { ...scenario, modelOverrides: overrides };
}

/** What the card says of a model: whether its figures are published, or one’s own. */
function sourceText(override: ModelOverride, isPublished: boolean, origin: string | null): string {
  if (!isPublished) return ["your own model", ...(origin ? [origin] : [])].join(", ");
  return Object.keys(override).length > 1 ? "your own figures" : "as published";
}

/**
 * What stands where a limit is not entered: the published one, or that there is none, or that it is not
 * known.
 */
function limitPlaceholder(field: keyof OwnLimits, published: number | string | undefined): string {
  if (typeof published === "number") return published < 1e9 ? formatNumber(published) : formatCompact(published);
  return field === "rpd" || field === "tpd" ? "none" : "–";
}

interface OwnFactsProps {
  readonly scenario: Scenario;
  readonly pool: string;
  /** The place of the model among those with fields of their own. */
  readonly index: number;
}

/**
 * Your own prices and limits of one model. What is left empty stays as published, shown as the placeholder.
 */
const OwnFacts = memo(function OwnFacts({ scenario, pool, index }: OwnFactsProps) {
  const edit = useEdit();
  const model = findModel(pool);
  const override = scenario.modelOverrides.find(({ model: name }) => poolOf(name) === pool) ?? { model: pool };
  const origin = model ? null : priceOrigin(override.price, scenario.asOf);
  const put = (next: ModelOverride, field: ModelField) =>
    edit({ do: "set", scenario: withOverride(scenario, pool, next), step: { of: "model", pool, field } });
  const setPrice = (price: OwnPrice | undefined, field: ModelField) => put(changed(override, { price }), field);
  return (
    <EditorCard
      className="mt-2"
      id={`own-${pool}`}
      data-model={pool}
      name={pool}
      summary={sourceText(override, model !== undefined, origin)}
    >
      <input type="hidden" name={`m${index}.model`} value={override.model} />
      {/* wide enough for 180,000,000 */}
      <FieldGrid className="grid-cols-[minmax(0,1fr)_104px_72px] max-tablet:grid-cols-[minmax(0,1fr)_118px_68px]">
        {!model && <OwnModelId scenario={scenario} pool={pool} />}
        <OwnPrices
          pool={pool}
          index={index}
          own={override.price}
          origin={origin}
          published={model && priceOn(model, scenario.asOf)}
          onPrice={setPrice}
        />
        {override.price && model && (
          <Button small className="col-span-full justify-self-start" onClick={() => setPrice(undefined, "price")}>
            Use published prices
          </Button>
        )}
        <p className="col-span-full mt-2 text-small text-ink-2">
          {model
            ? `Limits of your dashboard at ${formatTier(scenario.usageTier)}`
            : "Limits, the same at every paid tier"}
        </p>
        <OwnLimitFields scenario={scenario} override={override} pool={pool} index={index} put={put} />
        {SIZES.filter(([field]) => override[field] !== undefined || model?.[field] !== 0).map(([field, label]) => (
          <NumberInput
            key={field}
            label={label}
            name={`m${index}.${field}`}
            field={field}
            value={override[field]}
            placeholder={model ? formatNumber(model[field]) : "–"}
            optional
            onValue={(value) => put(changed(override, { [field]: value }), field)}
            hint="tokens"
          />
        ))}
      </FieldGrid>
    </EditorCard>
  );
});

interface OwnLimitFieldsProps extends OwnFactsProps {
  readonly override: ModelOverride;
  readonly put: (next: ModelOverride, field: ModelField) => void;
}

function OwnLimitFields({ scenario, override, pool, index, put }: OwnLimitFieldsProps) {
  const model = findModel(pool);
  const published = model && limitsAt(model, scenario.usageTier);
  const setLimit = (field: keyof OwnLimits, value: number | undefined) => {
    const limits = changed(override.limits ?? {}, { [field]: value });
    put(changed(override, { limits: Object.keys(limits).length ? limits : undefined }), field);
  };
  return LIMITS.map(([field, label]) => (
    <NumberInput
      key={field}
      label={label}
      name={`m${index}.${field}`}
      at={{ of: "model", pool, field }}
      field={field}
      value={override.limits?.[field]}
      placeholder={limitPlaceholder(field, published?.[field])}
      optional
      onValue={(value) => setLimit(field, value)}
      hint={field === "batchQueueTokens" ? "tokens" : ""}
    />
  ));
}

/** Your own figures for every model in use and every one you defined. */
export function OwnFactsList({ scenario }: { scenario: Scenario }) {
  const overridden = scenario.modelOverrides.map(({ model }) => poolOf(model));
  const used = [...scenario.workloads, ...(scenario.backlog ? [scenario.backlog] : [])].map(({ model }) =>
    poolOf(model),
  );
  const pools = [...new Set([...overridden, ...used])];
  return (
    <>
      <PasteLimits scenario={scenario} />
      {pools.map((pool, index) => (
        <OwnFacts key={pool} scenario={scenario} pool={pool} index={index} />
      ))}
    </>
  );
}
