import { MOST } from "@/lib/scenario";
import { formatNumber } from "@/lib/view/text";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Fields, type FieldsTable } from "./fields";
import { HOST } from "@/components/ui/page/own-origin";
import type { ApiFailures, ApiMost } from "./types";
import { OwnCode } from "./own-code";

interface ErrorsProps {
  readonly failures: ApiFailures;
  readonly most: ApiMost;
  readonly error: readonly FieldsTable[];
  readonly all: readonly FieldsTable[];
}

/** How a call fails, and what it takes at most. */
export function Errors({ failures, most, error, all }: ErrorsProps) {
  return (
    <Section
      id="errors"
      eyebrow="Errors and limits"
      finding="Every fault is listed with its place, its value and what is accepted"
    >
      <dl className="mb-4">
        {failures.statuses.map(({ status, meaning }) => (
          <div key={status} className="grid gap-x-6 border-t border-line py-2 tablet:grid-cols-[13rem_minmax(0,1fr)]">
            <dt className="font-semibold">{status}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <OwnCode label="Two faults at once">{`curl ${HOST}/api/v1/estimate -d '${failures.faultyBody}'`}</OwnCode>
      <OwnCode label="422">{failures.statuses.find(({ status }) => status === 422)!.body}</OwnCode>
      <Fields tables={error} all={all} />
      <h3 className="mt-6 text-16 font-semibold">Limits</h3>
      <ul className="mt-1 list-disc pl-5">
        <li>
          A body of at most {formatNumber(most.bytes)} bytes (1 MiB), of a simulation {formatNumber(most.simulateBytes)}{" "}
          (16 MiB), an address of at most 16 kB, {MOST.workloads} workloads a scenario. There is no limit on how often.
        </li>
        <li>Answers to GET may be kept for five minutes; answers to POST are not kept.</li>
        <li>HEAD is answered as GET without its body, OPTIONS with 204. Pages of other sites may call (CORS).</li>
        <li>
          Without a network a browser that was here before opens this page, the catalogue and the OpenAPI document; any
          other call from it is answered there, by 503 with the code <code>offline</code>.
        </li>
        <li>Fields may be added to answers; none is renamed, and an old link keeps its totals.</li>
      </ul>
      <p className="mt-4">
        <LinkButton href="/api/v1/openapi.json">OpenAPI document</LinkButton>
      </p>
    </Section>
  );
}
