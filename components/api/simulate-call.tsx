import { formatNumber } from "@/lib/view/text";
import { Section } from "@/components/ui/section";
import { Fields, type FieldsTable } from "./fields";
import { HOST } from "@/components/ui/page/own-origin";
import type { ApiMost, BodyExample } from "./types";
import { OwnCode } from "./own-code";

interface SimulateCallProps {
  readonly trace: BodyExample;
  readonly most: ApiMost;
  readonly simulation: readonly FieldsTable[];
  readonly all: readonly FieldsTable[];
}

/** The call that runs a scenario or a trace under limits. */
export function SimulateCall({ trace, most, simulation, all }: SimulateCallProps) {
  return (
    <Section
      id="simulate"
      eyebrow="POST /api/v1/simulate"
      finding="A trace of 429s comes out to the millisecond: the waits are those the messages state"
    >
      <p className="mb-4 max-w-[74ch]">
        A request bucket and a token bucket a model refill without pause; each request takes one from the first and its
        charge from the second. With <code>requests</code>, at most {formatNumber(most.traceRequests)} in order of time,
        those run on the pool of the first standard workload, exactly. Without, every standard workload sends its own
        traffic, at most {formatNumber(most.generatedRequests)} requests in all, as its shape, arrivals and sizes say;
        one seed has one answer. <a href="/method#continuous-refill">Method</a>
      </p>
      <OwnCode label="The numbers of a published 429 message: limit 200,000, used 162,960, requested 42,288">{`curl ${HOST}/api/v1/simulate -d '${trace.body}'`}</OwnCode>
      <OwnCode label="Its answer: the second request waits 1,574.4 ms">{trace.answer}</OwnCode>
      <Fields tables={simulation} all={all} />
    </Section>
  );
}
