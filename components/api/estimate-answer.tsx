import { NOTE_SEVERITY } from "@/lib/estimate";
import { CSV_COLUMNS } from "@/lib/export";
import { Section } from "@/components/ui/section";
import { Fields, type FieldsTable } from "./fields";
import type { ApiExample } from "./types";
import { OwnCode } from "./own-code";

interface EstimateAnswerProps {
  readonly example: ApiExample;
  readonly answer: readonly FieldsTable[];
  readonly all: readonly FieldsTable[];
}

/** What an estimate answers, as JSON and as CSV. */
export function EstimateAnswer({ example, answer, all }: EstimateAnswerProps) {
  return (
    <>
      <Section id="answer" eyebrow="200" finding="Amounts are exact decimals, ratios are numbers, and unknown is null">
        <p className="mb-4 max-w-[74ch]">
          Every amount is worked out as a fraction and rounded once, by itself, half to even. An amount that needs an
          unknown price is null, never 0; so is every total that needs it.
        </p>
        <details className="mb-4">
          <summary className="py-1 font-semibold">The worked example’s whole answer</summary>
          <OwnCode label="As above, without jq">{example.answer}</OwnCode>
        </details>
        <Fields tables={answer} all={all} />
        <h3 className="mt-6 text-16 font-semibold">Codes of notes</h3>
        <dl className="mt-1">
          {(["error", "warning", "info"] as const).map((severity) => (
            <div
              key={severity}
              className="grid gap-x-6 border-t border-line py-2 tablet:grid-cols-[13rem_minmax(0,1fr)]"
            >
              <dt className="font-semibold">{severity}</dt>
              <dd>
                {Object.entries(NOTE_SEVERITY)
                  .filter(([, own]) => own === severity)
                  .map(([code], index) => (
                    <span key={code}>
                      {index > 0 && ", "}
                      <code className="whitespace-nowrap">{code}</code>
                    </span>
                  ))}
              </dd>
            </div>
          ))}
        </dl>
      </Section>

      <Section id="csv" eyebrow="format=csv" finding="One row a line item, safe to open in a spreadsheet">
        <p className="mb-4 max-w-[74ch]">
          Ask with <code>format=csv</code>, or with <code>Accept: text/csv</code>. UTF-8, lines end in CRLF, an unknown
          amount is an empty cell. A cell that would begin with <code>=</code>, <code>+</code>, <code>-</code> or{" "}
          <code>@</code> begins with an apostrophe, so that no name runs as a formula.
        </p>
        <OwnCode label={`${CSV_COLUMNS.length} columns`}>{example.csv}</OwnCode>
      </Section>
    </>
  );
}
