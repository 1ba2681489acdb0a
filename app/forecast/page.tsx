import { forecast } from "@/lib/forecast";
import { emptyTitle, forecastTitle } from "@/lib/view/forecast";
import { ForecastPage } from "@/components/forecast/forecast-page";
import { scenarioRoute } from "@/components/scenario-page/route";

const route = scenarioRoute({
  key: "forecast",
  title: (scenario) => (scenario.growth ? forecastTitle(forecast(scenario, scenario.growth)) : emptyTitle(scenario)),
  Page: ForecastPage,
});

export const { generateMetadata } = route;
export default route.Page;
