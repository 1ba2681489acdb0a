import { planBacklog } from "@/lib/batch";
import { backlogTitle } from "@/lib/view/backlog";
import { BacklogPage } from "@/components/backlog/backlog-page";
import { scenarioRoute } from "@/components/scenario-page/route";

const route = scenarioRoute({
  key: "backlog",
  title: (scenario) => backlogTitle(planBacklog(scenario)),
  Page: BacklogPage,
});

export const { generateMetadata } = route;
export default route.Page;
