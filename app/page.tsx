import { estimate } from "@/lib/estimate";
import { pageTitle } from "@/lib/view/plan";
import { PlanPage } from "@/components/plan/plan-page";
import { scenarioRoute } from "@/components/scenario-page/route";
// The HTML of the parts that load late comes before their script, and so do their styles; asked for by the server,
// they cost no script.
import "@/components/figures/head-figures.module.css";
import "@/components/figures/result-bar.module.css";
import "@/components/figures/try-link.module.css";
import "@/components/figures/verdict-head.module.css";
import "@/components/plan/bill.module.css";
import "@/components/plan/choices.module.css";
import "@/components/plan/compare.module.css";
import "@/components/plan/limits.module.css";
import "@/components/plan/successors.module.css";
import "@/components/plan/editor/start-from.module.css";
import "@/components/scenario/accounting-picker.module.css";

const route = scenarioRoute({ key: "plan", title: (scenario) => pageTitle(estimate(scenario)), Page: PlanPage });

export const { generateMetadata } = route;
export default route.Page;
