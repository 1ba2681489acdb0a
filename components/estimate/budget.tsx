import { memo } from "react";
import type { Estimate } from "@/lib/estimate";
import { budgetView } from "@/lib/view";
import { Fig, Say } from "@/components/ui/fig";

/** Answers backwards: what the budget buys, the highest rate and the largest cap that each tier carries. */
export const Budget = memo(function Budget({ estimate, onFocus }: { estimate: Estimate; onFocus: (at: string) => void }) {
  const view = budgetView(estimate);
  const capped = view.workloads.map((name, index) => ({ name, index })).filter(({ index }) => view.tiers.some(({ caps }) => caps[index] !== "any"));
  return (
    <section className="sec cq" aria-labelledby="h-bud" id="budget">
      <header>
        <div>
          <span className="eye">Answers backwards</span>
          <h2 id="h-bud">
            <Say sentence={view.finding} />
          </h2>
        </div>
        <div className="tools">
          <a href="#title" onClick={(event) => { event.preventDefault(); onFocus("budget"); }}>
            {view.budget ? "Change the budget" : "Set a budget"}
          </a>
        </div>
      </header>
      {view.budget && view.buys && (
        <p className="mb-3">
          {view.budget} a month buys <Fig {...view.buys} /> of these requests.
        </p>
      )}
      <table className="tbl">
        <caption className="vh">The highest rate and the largest cap that still fit each usage tier</caption>
        <thead>
          <tr>
            <th scope="col">Still fits</th>
            {view.tiers.map(({ tier }) => (
              <th key={tier} scope="col" className="r">
                Tier {tier}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              Highest rate, against this <small className="q block">requests a minute, all workloads</small>
            </th>
            {view.tiers.map(({ tier, rate, requests }) => (
              <td key={tier} className="r">
                <Fig {...rate} />
                <small className="q block">{requests}</small>
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">
              By rates alone <small className="q block">money aside</small>
            </th>
            {view.tiers.map(({ tier, rateWithoutMoney }) => (
              <td key={tier} className="r">
                {rateWithoutMoney}
              </td>
            ))}
          </tr>
          {capped.map(({ name, index }) => (
            <tr key={index}>
              <th scope="row">
                Largest cap <small className="q block">{name}</small>
              </th>
              {view.tiers.map(({ tier, caps }) => (
                <td key={tier} className="r">
                  {caps[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});
