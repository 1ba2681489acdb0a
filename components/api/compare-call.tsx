import { HOST } from "@/components/ui/page/own-origin";
import { Section } from "@/components/ui/section";
import { Fields, type FieldsTable } from "./fields";
import type { ApiExample } from "./types";
import { OwnCode } from "./own-code";

interface CompareCallProps {
  readonly example: ApiExample;
  readonly comparison: readonly FieldsTable[];
  readonly all: readonly FieldsTable[];
}

/** The call that puts a scenario on every model. */
export function CompareCall({ example, comparison, all }: CompareCallProps) {
  const call = example.link.replace("/?", "/api/v1/compare?");
  return (
    <Section
      id="compare"
      eyebrow="GET, POST /api/v1/compare"
      finding="The first row is the cheapest that fits; every row is the estimate on its model"
    >
      <p className="mb-4 max-w-[74ch]">
        The query of a link, or a scenario as JSON. <code>workload=0</code> moves the first workload alone, and the
        others stay where they are. Sizes stay as entered; on a model that does not reason the reasoning tokens are
        taken out, and the row says <code>reasoning-dropped</code>.
      </p>
      <OwnCode label="The cheapest that fits" open={call}>{`curl -s '${HOST}${call}' | jq '.rows[0]'`}</OwnCode>
      <OwnCode label="Its answer">{example.row}</OwnCode>
      <OwnCode label="A scenario as JSON">{`curl ${HOST}/api/v1/compare -d '${example.scenario}'`}</OwnCode>
      <Fields tables={comparison} all={all} />
    </Section>
  );
}
