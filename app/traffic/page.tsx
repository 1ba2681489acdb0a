import { trafficTitle } from "@/lib/view/traffic";
import { TrafficPage } from "@/components/traffic/traffic-page";
import { scenarioRoute } from "@/components/scenario-page/route";

const route = scenarioRoute({ key: "traffic", title: trafficTitle, Page: TrafficPage });

export const { generateMetadata } = route;
export default route.Page;
