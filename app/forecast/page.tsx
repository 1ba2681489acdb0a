import { ForecastPage } from "@/components/forecast/forecast-page";
import { scenarioRoute } from "@/components/scenario-page/route";

const route = scenarioRoute({
  key: "forecast",
  title: () => ({ title: "Forecast", description: "This scenario, month by month, as its traffic grows." }),
  Page: ForecastPage,
  formless: true,
});

export const { generateMetadata } = route;
export default route.Page;
