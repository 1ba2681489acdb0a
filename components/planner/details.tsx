import { BillChart, CapChart, TokensChart, VolumeChart } from "@/components/charts/lazy";
import { Bill } from "@/components/estimate/bill";
import { Budget } from "@/components/estimate/budget";
import { Compare } from "@/components/estimate/compare";
import { Limits } from "@/components/estimate/limits";
import { Notes } from "@/components/estimate/notes";
import { Sources } from "@/components/estimate/sources";
import { Tiers } from "@/components/estimate/tiers";
import { SiteFooter } from "@/components/ui/shell";
import type { Estimate } from "@/lib/estimate";
import { sourcesView } from "@/lib/view";
import { focusAt } from "./focus-at";

export { Banners } from "./banners";
export { Choices } from "@/components/estimate/choices";
export { Presets } from "@/components/scenario/presets";
export { OwnFactsList } from "@/components/scenario/own-facts";

/** Everything below the head figures. */
export function Details({ estimate, link }: { estimate: Estimate; link: string }) {
  return (
    <>
      <Limits estimate={estimate} onOwn={focusAt} />
      <Bill estimate={estimate}>
        <a href={`/api/v1/estimate${link.slice(1)}&format=csv`} download="headroom-bill.csv">
          CSV
        </a>
      </Bill>
      <Tiers estimate={estimate} />
      <Compare estimate={estimate} />
      <section className="sec cq" aria-label="Charts">
        <div className="charts">
          <CapChart estimate={estimate} />
          <VolumeChart estimate={estimate} />
          <TokensChart estimate={estimate} />
          <BillChart estimate={estimate} />
        </div>
      </section>
      <Budget estimate={estimate} onFocus={focusAt} />
      {estimate.notes.length > 0 && <Notes estimate={estimate} onFocus={focusAt} />}
    </>
  );
}

/** The sources that were used, and where else the estimate can be had. */
export function Foot({ estimate, link }: { estimate: Estimate; link: string }) {
  return (
    <SiteFooter
      fine={
        <>
          <span>Computed in your browser; the link holds everything.</span>
          <a href={`/api/v1/estimate${link.slice(1)}`}>This estimate as JSON</a>
        </>
      }
    >
      <Sources sources={sourcesView(estimate)} />
    </SiteFooter>
  );
}
