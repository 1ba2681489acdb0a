import { memo } from "react";
import { CHOICES, MOST, type ServiceTier } from "@/lib/scenario";
import { capital, listed, SERVICE_TIER_NAMES, tierWord } from "@/lib/view/names";
import { VariantMark } from "@/components/figures/shown-variant";
import { TermLink } from "@/components/figures/term-link";
import { useEdit } from "@/components/scenario/edit-context";
import { FieldLabel } from "@/components/scenario/field-label";
import { ModelPicker } from "@/components/scenario/models/picker";
import { classNames } from "@/components/ui/class-names";
import { FieldFrame } from "@/components/ui/fields/field-frame";
import { SegmentedRow } from "@/components/ui/fields/segmented";
import { takeTyped } from "@/components/ui/hooks/take-typed";
import { isPriced, type CatalogueContext } from "./figures";
import type { Act } from "./use-workload-actions";

/** The name of the workload at `index`. */
export const NameField = memo(function NameField({ index, name }: { index: number; name: string }) {
  const edit = useEdit();
  return (
    <>
      <FieldLabel htmlFor={`w${index}.name`}>Name</FieldLabel>
      <FieldFrame text className="col-[2/4]">
        <input
          ref={takeTyped}
          id={`w${index}.name`}
          name={`w${index}.name`}
          value={name}
          placeholder={`Workload ${index + 1}`}
          autoComplete="off"
          onChange={({ target }) =>
            edit({
              do: "workload",
              index,
              change: { name: [...target.value].slice(0, MOST.name).join("") },
              field: "name",
            })
          }
          onBlur={() => edit({ do: "leave" })}
        />
      </FieldFrame>
    </>
  );
});

interface ModelFieldProps {
  /** Of the workload. */
  readonly index: number;
  readonly model: string;
  readonly catalogue: CatalogueContext;
  readonly act: Act;
  /** The model named next, where this one ends within a year; empty: none. */
  readonly next: string;
  /** The planner with the workload on it. */
  readonly nextLink: string;
}

/** The model of a workload, with a press that tries the one named next where it ends soon. */
export const ModelField = memo(function ModelField(props: ModelFieldProps) {
  const { index, model, catalogue, act, next, nextLink } = props;
  const edit = useEdit();
  return (
    <>
      <ModelPicker
        name={`w${index}.model`}
        value={model}
        {...catalogue}
        onChoose={(chosen) => edit({ do: "workload", index, change: { model: chosen } })}
        onOwn={(id) => act("own-model", index, id)}
      />
      {next && <NextModel index={index} next={next} href={nextLink} />}
    </>
  );
});

/** A press that puts the model named next in place of one that ends; without JavaScript a plain link. */
function NextModel({ index, next, href }: { index: number; next: string; href: string }) {
  const edit = useEdit();
  return (
    <p className="col-[2/4] text-small">
      <a
        href={href}
        rel="nofollow"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          edit({ do: "workload", index, change: { model: next } });
        }}
      >
        Try {next}
      </a>{" "}
      in its place, as OpenAI names it, or <a href="#compare">the cheapest that fits</a>
    </p>
  );
}

/**
 * The tiers to choose from: flex and Fast only where the model has a price in one of them, or it is
 * chosen.
 */
function tiersOf(chosen: ServiceTier, offered: (tier: ServiceTier) => boolean): readonly ServiceTier[] {
  if (offered("flex") || offered("priority")) return CHOICES.serviceTier;
  return CHOICES.serviceTier.filter((tier) => tier === "standard" || tier === "batch" || tier === chosen);
}

interface ServiceTiersProps {
  /** Of the workload. */
  readonly index: number;
  readonly chosen: ServiceTier;
  /** What the model has a price for. */
  readonly priced: string;
}

/** The service tier of a workload. */
export const ServiceTiers = memo(function ServiceTiers({ index, chosen, priced }: ServiceTiersProps) {
  const edit = useEdit();
  const offered = (tier: ServiceTier) => isPriced(priced, tier);
  const tiers = tiersOf(chosen, offered);
  const unpriced = tiers.filter((tier) => !offered(tier)).map(tierWord);
  const unsold = isPriced(priced, "own") ? "no price of your own" : "not sold";
  const hints = [
    ...(tiers.length > 2 && unpriced.length > 0 ? [`${capital(unsold)} in ${listed(unpriced)}.`] : []),
    ...(chosen === "flex" ? ["OpenAI is winding flex down."] : []),
  ];
  return (
    <>
      <span className="flex items-center gap-2" id={`w${index}.st`}>
        <TermLink of="service-tier">Service tier</TermLink>
      </span>
      <SegmentedRow
        className={classNames("col-[2/4]", tiers.length > 2 && "grid-flow-row grid-cols-2")}
        role="radiogroup"
        aria-labelledby={`w${index}.st`}
      >
        {tiers.map((tier) => (
          <label key={tier}>
            <input
              ref={takeTyped}
              type="radio"
              name={`w${index}.serviceTier`}
              value={tier}
              checked={chosen === tier}
              onChange={() => edit({ do: "workload", index, change: { serviceTier: tier } })}
            />
            {SERVICE_TIER_NAMES[tier]}
            {!offered(tier) && <span className="sr-only">, {unsold}</span>}
          </label>
        ))}
      </SegmentedRow>
      <VariantMark field={`w${index}.serviceTier`} />
      {hints.length > 0 && <p className="col-[2/4] text-small text-ink-2">{hints.join(" ")}</p>}
    </>
  );
});
