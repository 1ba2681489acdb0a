import { estimate } from "@/lib/estimate";
import { pageTitle } from "@/lib/view/plan";
import { PlanPage } from "@/components/plan/plan-page";
import { scenarioRoute } from "@/components/scenario-page/route";

const route = scenarioRoute({ key: "plan", title: (scenario) => pageTitle(estimate(scenario)), Page: PlanPage });

export const { generateMetadata } = route;
export default route.Page;
