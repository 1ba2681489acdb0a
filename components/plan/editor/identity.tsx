import { memo } from "react";
import { CHOICES, MOST, type ServiceTier, type Workload } from "@/lib/scenario";
import { capital, listed, SERVICE_TIER_NAMES, tierWord } from "@/lib/view/names";
import { useEdit } from "@/components/scenario/edit-context";
import { FieldLabel } from "@/components/scenario/field-label";
import { ModelPicker } from "@/components/scenario/models/picker";
import { classNames } from "@/components/ui/class-names";
import { FieldFrame } from "@/components/ui/fields/field-frame";
import { SegmentedRow } from "@/components/ui/fields/segmented";
import { isPriced, type CatalogueContext } from "./figures";
import type { Act } from "./use-workload-actions";

interface WorkloadIdentityProps extends Pick<Workload, "name" | "model" | "serviceTier"> {
  readonly index: number;
  readonly catalogue: CatalogueContext;
  readonly act: Act;
  /** What the model has a price for. */
  readonly priced: string;
}

/** What a workload is: its name, its model and its service tier. */
export const WorkloadIdentity = memo(function WorkloadIdentity(props: WorkloadIdentityProps) {
  const { index, name, model, serviceTier, catalogue, priced, act } = props;
  const edit = useEdit();
  return (
    <>
      <FieldLabel htmlFor={`w${index}.name`}>Name</FieldLabel>
      <FieldFrame text className="col-[2/4]">
        <input
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
      <ModelPicker
        name={`w${index}.model`}
        value={model}
        {...catalogue}
        onChoose={(chosen) => edit({ do: "workload", index, change: { model: chosen } })}
        onOwn={(id) => act("own-model", index, id)}
      />
      <ServiceTiers index={index} chosen={serviceTier} priced={priced} />
    </>
  );
});

/**
 * The tiers to choose from: flex and Fast only where the model has a price in one of them, or it is
 * chosen.
 */
function tiersOf(chosen: ServiceTier, offered: (tier: ServiceTier) => boolean): readonly ServiceTier[] {
  if (offered("flex") || offered("priority")) return CHOICES.serviceTier;
  return CHOICES.serviceTier.filter((tier) => tier === "standard" || tier === "batch" || tier === chosen);
}

function ServiceTiers({ index, chosen, priced }: { index: number; chosen: ServiceTier; priced: string }) {
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
        Service tier
      </span>
      <SegmentedRow
        className={classNames("col-[2/4]", tiers.length > 2 && "grid-flow-row grid-cols-2")}
        role="radiogroup"
        aria-labelledby={`w${index}.st`}
      >
        {tiers.map((tier) => (
          <label key={tier}>
            <input
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
      {hints.length > 0 && <p className="col-[2/4] text-small text-ink-2">{hints.join(" ")}</p>}
    </>
  );
}
