import { HOST } from "@/components/ui/page/own-origin";
import { Section } from "@/components/ui/section";
import { Fields, type FieldsTable } from "./fields";
import type { ApiExample } from "./types";
import { OwnCode } from "./own-code";

interface ForecastCallProps {
  readonly example: ApiExample;
  readonly forecast: readonly FieldsTable[];
  readonly all: readonly FieldsTable[];
}

/** The scenario as JSON with growth in it. */
const grown = (scenario: string) =>
  scenario.replace("\n}", `,\n  "growth": {"percentPerMonth": 8, "months": 12, "tierFollows": true}\n}`);

/** The call that tells a scenario month by month. */
export function ForecastCall({ example, forecast, all }: ForecastCallProps) {
  return (
    <Section
      id="forecast"
      eyebrow="GET, POST /api/v1/forecast"
      finding="Every month is an estimate of its own, with the requests multiplied as an exact fraction"
    >
      <p className="mb-4 max-w-[74ch]">
        The query of a link with growth, or a scenario as JSON with <code>growth</code>. Month <code>k</code>, from 0,
        begins <code>k</code> calendar months after <code>asOf</code> and lasts 730 hours; with <code>tierFollows</code>{" "}
        its usage tier is the highest one that what was paid and the months before have reached. With ranges, a month’s
        cost has p10, p50 and p90 beside it. The rows keep the models as entered; where one of them ends,{" "}
        <code>continued</code> has the same months on its successor, as the page shows them.
      </p>
      <OwnCode label="The last month of a year at 8 % a month">
        {`curl -s ${HOST}/api/v1/forecast -d '${grown(example.scenario)}' | jq '.rows[-1] | del(.limits)'`}
      </OwnCode>
      <OwnCode label="Its answer">{example.month}</OwnCode>
      <Fields tables={forecast} all={all} />
    </Section>
  );
}
