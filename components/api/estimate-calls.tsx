import { Section } from "@/components/ui/section";
import { Fields, type FieldsTable } from "./fields";
import { HOST } from "@/components/ui/page/own-origin";
import type { ApiExample } from "./types";
import { OwnCode } from "./own-code";

interface EstimateCallsProps {
  readonly example: ApiExample;
  readonly request: readonly FieldsTable[];
  /** Every table of the page, for links among them. */
  readonly all: readonly FieldsTable[];
}

/** The two calls for an estimate: by a link and by a scenario. */
export function EstimateCalls({ example, request, all }: EstimateCallsProps) {
  const call = example.link.replace("/?", "/api/v1/estimate?");
  return (
    <>
      <Section
        id="by-link"
        eyebrow="GET /api/v1/estimate"
        finding="Put /api/v1/estimate in front of a link’s question mark, and it answers"
      >
        <p className="mb-4 max-w-[74ch]">
          The query is the planner’s own: copy a link, or <a href="#link">write one</a>. Where the page opens a damaged
          link with what it can read, this call is strict: whatever cannot be read or has no place in a link is answered
          422, every fault listed. <code>format</code> is the one key it takes besides.
        </p>
        <OwnCode label="A workload, spelled out; curl does the encoding">{`curl -G ${HOST}/api/v1/estimate -d v=1 -d asOf=2026-11-23 -d tier=3 \\\n  --data-urlencode 'w=${example.workload}'`}</OwnCode>
        <OwnCode
          label="The same scenario’s bill for a spreadsheet"
          open={`${call}&format=csv`}
        >{`curl '${HOST}${call}&format=csv'`}</OwnCode>
      </Section>

      <Section
        id="by-body"
        eyebrow="POST /api/v1/estimate"
        finding="A scenario as JSON: one list is required, all else has a default"
      >
        <OwnCode label="The worked example">{`curl ${HOST}/api/v1/estimate -d '${example.scenario}'`}</OwnCode>
        <OwnCode label="With a model of your own, at your own price and limits">{`curl ${HOST}/api/v1/estimate -d '${OWN_MODEL}'`}</OwnCode>
        <OwnCode label="Beside another model and twice the traffic">{`curl ${HOST}/api/v1/estimate -d '${VARIANTS}'`}</OwnCode>
        <p className="mb-4 max-w-[74ch]">
          A variant is a scenario as its differences from this one: paths as in faults, values as in a scenario. Each is
          answered in <code>variants</code>, with what differs and the difference in cost and headroom. As CSV the
          answer is the scenario’s own bill; a variant’s is that of the link in its estimate.
        </p>
        <p className="max-w-[74ch]">
          Numbers are JSON numbers, at most 1,000,000,000,000 with at most three decimals; prices and amounts are
          decimal strings. <code>null</code>, numbers in strings and fields that are not in these tables are refused by
          name. Any Content-Type will do; the body is UTF-8.
        </p>
        <Fields tables={request} all={all} request />
      </Section>
    </>
  );
}

const VARIANTS = `{
  "usageTier": 4,
  "workloads": [{"model": "gpt-5.6-terra", "requests": 40, "per": "minute", "inputTokens": 1500, "visibleOutputTokens": 350}],
  "variants": [
    {"name": "On luna", "changes": {"workloads.0.model": "gpt-5.6-luna"}},
    {"name": "Twice", "changes": {"workloads.0.requests": 80, "usageTier": 5}}
  ]
}`;

const OWN_MODEL = `{
  "usageTier": 2,
  "modelOverrides": [{"model": "our-model", "price": {"input": "0.25", "cachedInput": "0.025", "output": "2"}, "limits": {"rpm": 1000, "tpm": 500000}}],
  "workloads": [{"model": "our-model", "requests": 90, "per": "minute", "inputTokens": 1500, "visibleOutputTokens": 300}]
}`;
