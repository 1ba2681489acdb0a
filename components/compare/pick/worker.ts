import type { Scenario } from "@/lib/scenario";
import { pickText } from "@/lib/view/ranges";
import type { PickReport } from "./runner";

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Scenario>) => void;
  postMessage: (report: PickReport) => void;
};

scope.onmessage = ({ data: scenario }) => scope.postMessage({ text: pickText(scenario) });
