import { memo, type ReactNode, type Ref } from "react";
import type { Estimate } from "@/lib/estimate";
import type { FocusTarget } from "@/lib/view/estimate";
import { budgetView } from "@/lib/view/plan";
import { FigureButton, SentenceText } from "@/components/figures/figure-button";

/** What still fits: what the budget buys, the highest rate and the largest cap that each tier carries. */
export const Budget = memo(function Budget({
  estimate,
  place,
  onFocus,
}: {
  estimate: Estimate;
  place: Ref<HTMLElement>;
  onFocus: (target: FocusTarget) => void;
}) {
  const view = budgetView(estimate);
  const capped = view.workloads
    .map((name, index) => ({ name, index }))
    .filter(({ index }) => view.tiers.some(({ caps }) => caps[index]!.text !== "any"));
  return (
    <section className="sec @container" aria-labelledby="h-bud" id="budget" ref={place}>
      <header>
        <div>
          <span className="eye">What still fits</span>
          <h2 id="h-bud">
            <SentenceText sentence={view.finding} />
          </h2>
        </div>
        <div className="tools">
          <a
            href="#title"
            onClick={(event) => {
              event.preventDefault();
              onFocus({ of: "page", place: "budget" });
            }}
          >
            {view.budget ? "Change the budget" : "Set a budget"}
          </a>
        </div>
      </header>
      {view.budget && view.buys && (
        <p className="mb-3">
          {view.budget} a month buys <FigureButton {...view.buys} /> of these requests.
        </p>
      )}
      <div
        className="tiers"
        role="table"
        aria-label="The highest rate and the largest cap that still fit each usage tier"
      >
        <div className="tr" role="row">
          <div className="rh th" role="columnheader">
            <span className="sr-only">What still fits</span>
          </div>
          {view.tiers.map(({ tier, chosen }) => (
            <div key={tier} className={chosen ? "th sel" : "th"} role="columnheader">
              <b>Tier {tier}</b>
            </div>
          ))}
        </div>
        <Row name="Highest rate" about="requests a minute, all workloads">
          {view.tiers.map(({ tier, chosen, rate, requests }) => (
            <Cell key={tier} chosen={chosen}>
              <b>
                <FigureButton {...rate} />
              </b>
              <small>{requests}</small>
            </Cell>
          ))}
        </Row>
        <Row name="By rates alone" about="money aside">
          {view.tiers.map(({ tier, chosen, rateWithoutMoney }) => (
            <Cell key={tier} chosen={chosen}>
              <b>
                <FigureButton {...rateWithoutMoney} />
              </b>
            </Cell>
          ))}
        </Row>
        {capped.map(({ name, index }) => (
          <Row key={index} name="Largest cap" about={name}>
            {view.tiers.map(({ tier, chosen, caps }) => (
              <Cell key={tier} chosen={chosen}>
                <b>
                  <FigureButton {...caps[index]!} />
                </b>
              </Cell>
            ))}
          </Row>
        ))}
      </div>
      {capped.length > 0 && (
        <p className="mt-[10px] text-small text-ink-2">
          {view.tiers.some(({ caps }) => caps.some(({ text }) => text === "none")) &&
            "A cap of none: the workload’s own output does not fit at this rate. "}
          The largest cap is that of one workload with the others as they are.
        </p>
      )}
    </section>
  );
});

function Row({ name, about, children }: { name: string; about: string; children: ReactNode }) {
  return (
    <div className="tr" role="row">
      <div className="rh" role="rowheader">
        {name}
        <small>{about}</small>
      </div>
      {children}
    </div>
  );
}

function Cell({ chosen, children }: { chosen: boolean; children: ReactNode }) {
  return (
    <div className={chosen ? "cell sel" : "cell"} role="cell">
      {children}
    </div>
  );
}
