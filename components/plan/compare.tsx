import { memo, type Ref } from "react";
import type { Estimate } from "@/lib/estimate";
import { alternativesFinding, alternativesView } from "@/lib/view/plan";
import { FigureButton } from "@/components/figures/figure-button";
import { ROUTES } from "@/components/ui/routes";
import { Successors } from "./successors";
import { TryLink } from "@/components/figures/try-link";
import { ToneMark } from "@/components/figures/tone";

/** The same scenario on its own model, its successors and the cheapest that fit: what it costs, whether it fits, what binds. */
export const Compare = memo(function Compare({ estimate, place }: { estimate: Estimate; place: Ref<HTMLElement> }) {
  const all = alternativesView(estimate);
  return (
    <section className="sec @container" aria-labelledby="h-cmp" id="compare" ref={place}>
      <header>
        <div>
          <span className="eye">The same on other models</span>
          <h2 id="h-cmp">{alternativesFinding(all, estimate)}</h2>
        </div>
      </header>
      <Successors estimate={estimate} />
      <table className="tbl alt" role="table">
        <caption className="sr-only">The whole scenario on other models</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col">Model</th>
            <th scope="col">Fit</th>
            <th scope="col">Binds first</th>
            <th scope="col" className="text-right">
              A month
            </th>
            <th scope="col" className="opt-col w-[22%]">
              <span className="sr-only">Against the dearest</span>
            </th>
            <th scope="col">
              <span className="sr-only">Try</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {all.map((one) => (
            <tr role="row" key={`${one.model} ${one.serviceTier}`}>
              <th scope="row" role="rowheader">
                <b>{one.name}</b> <small className="text-ink-2">{one.about}</small>
              </th>
              <td className="whitespace-nowrap">
                <ToneMark tone={one.tone} size={12} /> {one.fit}
              </td>
              <td className="binds text-ink-2">{one.binds}</td>
              <td className="text-right">
                <FigureButton {...one.month} />
              </td>
              <td className="opt-col">
                <i
                  className={`block h-[10px] rounded-bar ${one.now ? "bg-mean" : "bg-peak"}`}
                  style={{ width: `${one.width * 100}%` }}
                />
              </td>
              <td className="text-right">
                {one.now ? (
                  <small className="text-ink-2">as entered</small>
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
      <p className="mt-[10px] text-small text-ink-2">
        Sizes stay as entered. Models differ in how much they reason, so put in your own counts before you decide.{" "}
        <a href={ROUTES.models}>All models</a>
      </p>
    </section>
  );
});
