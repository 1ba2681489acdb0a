import { estimate } from "@/lib/estimate";
import type { Scenario } from "@/lib/scenario";
import { rangeView } from "@/lib/view/ranges";
import type { RangeReport } from "./runner";

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Scenario>) => void;
  postMessage: (report: RangeReport) => void;
};

scope.onmessage = ({ data: scenario }) => scope.postMessage({ view: rangeView(estimate(scenario)) });
