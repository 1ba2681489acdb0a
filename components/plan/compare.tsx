import { memo, type Ref } from "react";
import type { Estimate } from "@/lib/estimate";
import { alternativesFinding, alternativesView } from "@/lib/view/plan";
import { Fig } from "@/components/figures/figure";
import { ROUTES } from "@/components/ui/routes";
import { Successors } from "./successors";
import { ToneMark } from "@/components/figures/verdict";
import { TryLink } from "@/components/scenario/try-link";

/** The same scenario on its own model, its successors and the cheapest that fit: what it costs, whether it fits, what binds. */
export const Compare = memo(function Compare({ estimate, place }: { estimate: Estimate; place: Ref<HTMLElement> }) {
  const all = alternativesView(estimate);
  return (
    <section className="sec cq" aria-labelledby="h-cmp" id="compare" ref={place}>
      <header>
        <div>
          <span className="eye">The same on other models</span>
          <h2 id="h-cmp">{alternativesFinding(all, estimate)}</h2>
        </div>
      </header>
      <Successors estimate={estimate} />
      <table className="tbl alt" role="table">
        <caption className="vh">The whole scenario on other models</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col">Model</th>
            <th scope="col">Fit</th>
            <th scope="col">Binds first</th>
            <th scope="col" className="r">
              A month
            </th>
            <th scope="col" className="opt-col w-[22%]">
              <span className="vh">Against the dearest</span>
            </th>
            <th scope="col">
              <span className="vh">Try</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {all.map((one) => (
            <tr role="row" key={`${one.model} ${one.serviceTier}`}>
              <th scope="row" role="rowheader">
                <b>{one.name}</b> <small className="q">{one.about}</small>
              </th>
              <td className="nb">
                <ToneMark tone={one.tone} size={12} /> {one.fit}
              </td>
              <td className="q binds">{one.binds}</td>
              <td className="r">
                <Fig {...one.month} />
              </td>
              <td className="opt-col">
                <i
                  className={`block h-[10px] rounded-bar ${one.now ? "bg-mean" : "bg-peak"}`}
                  style={{ width: `${one.width * 100}%` }}
                />
              </td>
              <td className="r">
                {one.now ? (
                  <small className="q">as entered</small>
                ) : (
                  <TryLink scenario={one.scenario} label={`Try ${one.model}, ${one.serviceTier}`}>
                    Try
                  </TryLink>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="s q mt-[10px]">
        Sizes stay as entered. Models differ in how much they reason, so put in your own counts before you decide.{" "}
        <a href={ROUTES.models}>All models</a>
      </p>
    </section>
  );
});
