import { estimate } from "@/lib/estimate";
import { hasRanges } from "@/lib/scenario/ranges";
import { encodeLink } from "@/lib/link";
import type { Scenario } from "@/lib/scenario";
import { pageTitle } from "@/lib/view/plan";
import { rangeView, type RangeView } from "@/lib/view/ranges";
import { LatePlan } from "@/components/plan/late-plan";
import { scenarioRoute, type ShellProps } from "@/components/scenario-page/route";
// The HTML comes before the script, and so do its styles: asked for by the server, they cost no script.
import "@/components/charts/frame.module.css";
import "@/components/figures/figure-button.module.css";
import "@/components/figures/head-figures.module.css";
import "@/components/figures/lists/change-list.module.css";
import "@/components/figures/lists/notes-list.module.css";
import "@/components/figures/lists/sources.module.css";
import "@/components/figures/result-bar.module.css";
import "@/components/figures/swatch.module.css";
import "@/components/figures/tiers/share-bar.module.css";
import "@/components/figures/tiers/tier-grid.module.css";
import "@/components/figures/try-link.module.css";
import "@/components/figures/verdict-head.module.css";
import "@/components/plan/bill.module.css";
import "@/components/plan/choices.module.css";
import "@/components/plan/compare.module.css";
import "@/components/plan/editor/range-note.module.css";
import "@/components/plan/editor/start-from.module.css";
import "@/components/plan/limits.module.css";
import "@/components/plan/ranges/sections.module.css";
import "@/components/plan/successors.module.css";
import "@/components/scenario-page/copy-link.module.css";
import "@/components/scenario-page/toast.module.css";
import "@/components/scenario-page/variants/compare-with.module.css";
import "@/components/scenario-page/variants/editor.module.css";
import "@/components/scenario-page/variants/strip.module.css";
import "@/components/scenario/accounting-picker.module.css";
import "@/components/scenario/editor-card.module.css";
import "@/components/scenario/models/picker.module.css";
import "@/components/scenario/request-strip.module.css";
import "@/components/ui/button.module.css";
import "@/components/ui/disclosure.module.css";
import "@/components/ui/fields/field-frame.module.css";
import "@/components/ui/fields/segmented.module.css";
import "@/components/ui/marks.module.css";
import "@/components/ui/page/banner.module.css";
import "@/components/ui/page/pane-page.module.css";
import "@/components/ui/page/shell.module.css";
import "@/components/ui/section.module.css";
import "@/components/ui/table.module.css";

/** The ranges last asked for: title and page of one request ask for the same ones. */
let last: { readonly link: string; readonly view: RangeView } | null = null;

function rangesOf(scenario: Scenario): RangeView | null {
  if (!hasRanges(scenario)) return null;
  const link = encodeLink(scenario);
  if (last?.link !== link) last = { link, view: rangeView(estimate(scenario)) };
  return last.view;
}

const route = scenarioRoute({
  key: "plan",
  title: (scenario) => {
    const { title, description } = rangesOf(scenario) ?? pageTitle(estimate(scenario));
    return { title, description };
  },
  Page: (props: ShellProps) => <LatePlan {...props} range={props.opened && rangesOf(props.opened.scenario)} />,
});

export const { generateMetadata } = route;
export default route.Page;
