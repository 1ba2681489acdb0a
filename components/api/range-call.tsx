import { HOST } from "@/components/ui/page/own-origin";
import { Section } from "@/components/ui/section";
import { Fields, type FieldsTable } from "./fields";
import type { BodyExample } from "./types";
import { OwnCode } from "./own-code";

interface RangeCallProps {
  readonly range: BodyExample;
  readonly tables: readonly FieldsTable[];
  readonly all: readonly FieldsTable[];
}

/** The call that tells how sure a month is. */
export function RangeCall({ range, tables, all }: RangeCallProps) {
  return (
    <Section
      id="range"
      eyebrow="POST /api/v1/range"
      finding="Five means are not known; the answer says what the month costs, and which of the five decides it"
    >
      <p className="mb-4 max-w-[74ch]">
        A field in <code>ranges</code> is log-normal, its low the p10 and its high the p90 of the <em>mean</em>, each
        independent of the others; how requests differ from each other is another thing. Quantiles come from cases drawn
        by the scenario’s <code>seed</code>, within 1 % of the true ones. Drivers are exact estimates.{" "}
        <a href="/method#ranges">Method</a>
      </p>
      <OwnCode label="A scenario with five ranges">{`curl ${HOST}/api/v1/range -d '${range.body}'`}</OwnCode>
      <OwnCode label="Its answer, without the scenario and the sources">{range.answer}</OwnCode>
      <Fields tables={tables} all={all} />
    </Section>
  );
}
