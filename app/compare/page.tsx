import { ComparePage } from "@/components/compare/compare-page";
import { scenarioRoute } from "@/components/scenario-page/route";

const route = scenarioRoute({
  key: "compare",
  title: () => ({ title: "Compare", description: "This scenario on every model on sale." }),
  Page: ComparePage,
  formless: true,
});

export const { generateMetadata } = route;
export default route.Page;
