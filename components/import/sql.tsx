import { PROFILE_SQL } from "@/lib/usage";
import { Section } from "@/components/ui/section";
import { CopyButton } from "@/components/ui/copy-button";

const COLUMNS = [
  "ts",
  "model",
  "service_tier",
  "input_tokens",
  "cached_input_tokens",
  "cache_write_tokens",
  "output_tokens",
  "reasoning_tokens",
  "status",
];

/** Logs at warehouse size: a query for each warehouse, which makes the profile that this page reads. */
export function SqlPanel() {
  return (
    <Section id="sql" eyebrow="At warehouse size" finding="A query makes of a table of any size a profile to drop here">
      <p className="text-ink-2">
        It aggregates <code>usage_log</code> ({COLUMNS.join(", ")}) to one small CSV: a row for all of it, for each
        model at each service tier, and for each day. Busiest minutes and quantiles are exact, the same to the last
        digit as when the log itself is read.
      </p>
      {PROFILE_SQL.map(({ name, run, sql }) => {
        const id = `sql-${name.toLowerCase()}`;
        return (
          <details key={name} className="mt-3 border-t border-line pt-3">
            <summary className="font-[600]">{name}</summary>
            <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
              <span className="min-w-0 text-small [overflow-wrap:anywhere] text-ink-2">{run}</span>
              <CopyButton from={id}>Copy the query</CopyButton>
            </div>
            <pre
              id={id}
              tabIndex={0}
              role="group"
              aria-label={`${name} query`}
              className="mt-2 max-h-96 overflow-auto rounded-field border border-line bg-panel px-3 py-2 font-mono text-12 leading-[1.6]"
            >
              {sql}
            </pre>
          </details>
        );
      })}
    </Section>
  );
}
