import { memo, type Ref } from "react";
import type { Estimate } from "@/lib/estimate";
import type { FocusTarget } from "@/lib/view/estimate";
import { budgetView } from "@/lib/view/plan";
import type { Figure } from "@/lib/view/text";
import { FigureButton } from "@/components/figures/figure-button";
import { SentenceText } from "@/components/figures/sentence-text";
import { TierGrid } from "@/components/figures/tiers/tier-grid";
import { Section } from "@/components/ui/section";

interface BudgetProps {
  readonly estimate: Estimate;
  readonly place: Ref<HTMLElement>;
  readonly onFocus: (target: FocusTarget) => void;
}

/** What still fits: what the budget buys, the highest rate and the largest cap that each tier carries. */
export const Budget = memo(function Budget({ estimate, place, onFocus }: BudgetProps) {
  const { finding, budget, buys, tiers, workloads } = budgetView(estimate);
  const capped = workloads
    .map((name, index) => ({ name, index }))
    .filter(({ index }) => tiers.some(({ caps }) => caps[index]!.text !== "any"));
  return (
    <Section
      className="@container"
      aria-labelledby="h-bud"
      id="budget"
      ref={place}
      eyebrow="What still fits"
      finding={<SentenceText sentence={finding} />}
      tools={
        <a
          href="#title"
          onClick={(event) => {
            event.preventDefault();
            onFocus({ of: "page", place: "budget" });
          }}
        >
          {budget ? "Change the budget" : "Set a budget"}
        </a>
      }
    >
      {budget && buys && (
        <p className="mb-3">
          {budget} a month buys <FigureButton {...buys} /> of these requests.
        </p>
      )}
      <TierGrid
        label="The highest rate and the largest cap that still fit each usage tier"
        corner="What still fits"
        columns={tiers.map(({ tier, chosen }) => ({ key: tier, chosen, head: <b>Tier {tier}</b> }))}
        rows={[
          {
            key: "rate",
            name: "Highest rate",
            about: "requests a minute, all workloads",
            cells: tiers.map(({ rate, requests }) => ({ value: <Cell figure={rate} about={requests} /> })),
          },
          {
            key: "by rates",
            name: "By rates alone",
            about: "money aside",
            cells: tiers.map(({ rateWithoutMoney }) => ({ value: <Cell figure={rateWithoutMoney} /> })),
          },
          ...capped.map(({ name, index }) => ({
            key: index,
            name: "Largest cap",
            about: name,
            cells: tiers.map(({ caps }) => ({ value: <Cell figure={caps[index]!} /> })),
          })),
        ]}
      />
      {capped.length > 0 && (
        <p className="mt-[10px] text-small text-ink-2">
          {tiers.some(({ caps }) => caps.some(({ text }) => text === "none")) &&
            "A cap of none: the workload’s own output does not fit at this rate. "}
          The largest cap is that of one workload with the others as they are.
        </p>
      )}
    </Section>
  );
});

function Cell({ figure, about }: { figure: Figure; about?: string }) {
  return (
    <>
      <b>
        <FigureButton {...figure} />
      </b>
      {about !== undefined && <small>{about}</small>}
    </>
  );
}
