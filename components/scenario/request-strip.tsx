import type { Workload } from "@/lib/scenario";
import { type FigureKey, formatNumber } from "@/lib/view/text";
import { FigureButton } from "@/components/figures/figure-button";
import { TOKEN_FILLS } from "@/components/figures/swatch";
import styles from "./request-strip.module.css";

interface RequestStripProps {
  readonly workload: Workload;
  /** Tokens charged against TPM for one request, as text. */
  readonly charge: string;
  /** Tokens charged against TPM for one request. */
  readonly chargeTokens: number;
  readonly work: FigureKey;
}

/** One request drawn to scale: what goes in, what comes out, and what the cap reserves beyond it. */
export function RequestStrip({ workload, charge, chargeTokens, work }: RequestStripProps) {
  const { inputTokens, cachedInputTokens, cacheWriteTokens = 0, visibleOutputTokens, reasoningTokens } = workload;
  const plain = toMilli(inputTokens - cachedInputTokens - cacheWriteTokens);
  const used = inputTokens + visibleOutputTokens + reasoningTokens;
  const scale = Math.max(used, chargeTokens) || 1;
  const reserved = chargeTokens - used;
  const parts = [
    ["input", plain],
    ["written", cacheWriteTokens],
    ["cached", cachedInputTokens],
    ["visible", visibleOutputTokens],
    ["reasoning", reasoningTokens],
  ] as const;
  const words = [
    `${formatNumber(cachedInputTokens)} cached input`,
    ...(cacheWriteTokens > 0 ? [`${formatNumber(cacheWriteTokens)} written to the cache`] : []),
    `${formatNumber(plain)} other input`,
    ...(visibleOutputTokens + reasoningTokens > 0
      ? [`${formatNumber(visibleOutputTokens)} visible output`, `${formatNumber(reasoningTokens)} reasoning`]
      : []),
    ...(reserved > 0 ? [`${formatNumber(Math.round(reserved))} more reserved by the cap`] : []),
  ];
  return (
    <div className="col-span-full mt-0.5 mb-2">
      <div className={styles.strip} role="img" aria-label={`Of one request: ${words.join(", ")}`}>
        {parts
          .filter(([, tokens]) => tokens > 0)
          .map(([kind, tokens]) => (
            <i key={kind} className={TOKEN_FILLS[kind]} style={{ width: `${(tokens / scale) * 100}%` }} />
          ))}
        {reserved > 0 && <i className={styles.reserved} />}
      </div>
      <div className="mt-1 flex justify-between text-12 text-ink-2">
        <span>{formatNumber(toMilli(used))} tokens used</span>
        {workload.serviceTier !== "batch" && (
          <span>
            <FigureButton text={charge} work={work} /> charged a request
          </span>
        )}
      </div>
    </div>
  );
}

/** Rounded to a thousandth of a token, half up: what sums of typed numbers are exact to. */
const toMilli = (tokens: number) => Math.round(tokens * 1000) / 1000;
