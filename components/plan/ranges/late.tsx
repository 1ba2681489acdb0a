import { Activity, memo } from "react";
import type { RangeView } from "@/lib/view/ranges";
import { lazyPart } from "@/components/ui/fetched/fetch-part";
import type * as Sections from "./sections";

const loadSections = () => import("./sections");

function sections() {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the server alone comes here
  if (typeof window === "undefined") return (require("./sections") as typeof Sections).default;
  return lazyPart("what the ranges make of the month", loadSections);
}

const Part = sections();

/** What ranges make of the month, in the server’s HTML; its script is fetched where there are ranges. */
export const RangesInHtml = memo(function RangesInHtml({ view }: { view: RangeView }) {
  return (
    <Activity>
      <Part view={view} />
    </Activity>
  );
});
