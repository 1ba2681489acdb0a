import { HeadContext, Headline } from "@/components/figures/verdict-head";
import { Columns } from "@/components/ui/page/columns";

/** What can be dropped, by where it comes from. */
const READS = [
  [
    "OpenAI",
    "Batch API input and output, chat completions and Responses objects, streams of events, organization usage and costs pages, the dashboard’s usage export, Codex sessions",
  ],
  [
    "Gateways and tracing",
    "LiteLLM spend logs, OpenRouter, Cursor, Helicone and Langfuse exports, OpenTelemetry GenAI spans",
  ],
  ["Public traces", "Azure LLM 2023 and 2024, BurstGPT, Mooncake"],
  [
    "Anything else",
    "any CSV, TSV or Markdown table with a header: its columns are guessed, shown, and yours to correct; logs that tell tokens in words, line by line",
  ],
] as const;

const GIVES = [
  [
    "What it says",
    "requests and tokens by model and day, cached and reasoning shares, p50 to p99, the busiest minute, how bursty it is",
  ],
  [
    "What it cost",
    "at the prices of its days, now, in batch, on another model; and the usage tier it would have fitted",
  ],
  [
    "What it becomes",
    "workloads with its own peaks in the planner, the very trace in Traffic, a profile short enough for a link",
  ],
] as const;

/** The page before anything was read. */
export function Welcome() {
  return (
    <>
      <HeadContext>
        <span>Import</span>
      </HeadContext>
      <Headline className="pl-0" id="say">
        <b>Real usage in, a plan out.</b> Drop a log: it is read in this browser and goes nowhere.
      </Headline>
      <Columns className="mt-5">
        {[
          { title: "What can be dropped", rows: READS },
          { title: "What comes of it", rows: GIVES },
        ].map(({ title, rows }) => (
          <div key={title}>
            <h2 className="mb-2 font-semibold">{title}</h2>
            <dl>
              {rows.map(([name, text]) => (
                <div key={name} className="border-t border-line py-2">
                  <dt className="font-[600]">{name}</dt>
                  <dd className="text-ink-2">{text}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </Columns>
    </>
  );
}
