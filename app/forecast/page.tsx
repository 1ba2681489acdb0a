import { continuedForecast } from "@/lib/forecast";
import { emptyTitle, forecastTitle } from "@/lib/view/forecast";
import { LateForecast } from "@/components/forecast/late-forecast";
import { scenarioRoute } from "@/components/scenario-page/route";
// The HTML comes before the script, and so do its styles: asked for by the server, they cost no script.
import "@/components/charts/frame.module.css";
import "@/components/figures/figure-button.module.css";
import "@/components/figures/head-figures.module.css";
import "@/components/figures/lists/sources.module.css";
import "@/components/figures/result-bar.module.css";
import "@/components/figures/swatch.module.css";
import "@/components/figures/try-link.module.css";
import "@/components/figures/verdict-head.module.css";
import "@/components/forecast/fits.module.css";
import "@/components/forecast/happens.module.css";
import "@/components/forecast/months.module.css";
import "@/components/scenario-page/copy-link.module.css";
import "@/components/scenario-page/toast.module.css";
import "@/components/scenario-page/variants/compare-with.module.css";
import "@/components/scenario-page/variants/editor.module.css";
import "@/components/scenario-page/variants/strip.module.css";
import "@/components/scenario/models/picker.module.css";
import "@/components/ui/button.module.css";
import "@/components/ui/fields/field-frame.module.css";
import "@/components/ui/fields/segmented.module.css";
import "@/components/ui/marks.module.css";
import "@/components/ui/page/banner.module.css";
import "@/components/ui/page/pane-page.module.css";
import "@/components/ui/page/shell.module.css";
import "@/components/ui/section.module.css";
import "@/components/ui/table.module.css";

const route = scenarioRoute({
  key: "forecast",
  title: (scenario) =>
    scenario.growth ? forecastTitle(continuedForecast(scenario, scenario.growth)) : emptyTitle(scenario),
  Page: LateForecast,
});

export const { generateMetadata } = route;
export default route.Page;
