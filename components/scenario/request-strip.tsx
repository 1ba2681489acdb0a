import type { Workload } from "@/lib/scenario";
import { type FigureKey, formatNumber } from "@/lib/view/text";
import { FigureButton } from "@/components/figures/figure-button";

/** One request drawn to scale: what goes in, what comes out, and what the cap reserves beyond it. */
export function RequestStrip({
  workload,
  charge,
  chargeTokens,
  work,
}: {
  workload: Workload;
  charge: string;
  chargeTokens: number;
  work: FigureKey;
}) {
  const { inputTokens, cachedInputTokens, cacheWriteTokens = 0, visibleOutputTokens, reasoningTokens } = workload;
  const plain = Math.round((inputTokens - cachedInputTokens - cacheWriteTokens) * 1000) / 1000;
  const used = inputTokens + visibleOutputTokens + reasoningTokens;
  const scale = Math.max(used, chargeTokens) || 1;
  const width = (tokens: number) => ({ width: `${(tokens / scale) * 100}%` });
  const reserved = chargeTokens - used;
  return (
    <div className="full anat">
      <div
        className="bar"
        role="img"
        aria-label={`Of one request: ${formatNumber(cachedInputTokens)} cached input, ${cacheWriteTokens > 0 ? `${formatNumber(cacheWriteTokens)} written to the cache, ` : ""}${formatNumber(plain)} other input, ${formatNumber(visibleOutputTokens)} visible output, ${formatNumber(reasoningTokens)} reasoning${reserved > 0 ? `, ${formatNumber(Math.round(reserved))} more reserved by the cap` : ""}`}
      >
        {plain > 0 && <i className="c1" style={width(plain)} />}
        {cacheWriteTokens > 0 && <i className="seg-write" style={width(cacheWriteTokens)} />}
        {cachedInputTokens > 0 && <i className="seg-cached" style={width(cachedInputTokens)} />}
        {visibleOutputTokens > 0 && <i className="c3" style={width(visibleOutputTokens)} />}
        {reasoningTokens > 0 && <i className="c4" style={width(reasoningTokens)} />}
        {reserved > 0 && <i className="rest" />}
      </div>
      <div className="cap">
        <span>{formatNumber(Math.round(used * 1000) / 1000)} tokens used</span>
        {workload.serviceTier !== "batch" && (
          <span>
            <FigureButton text={charge} work={work} /> charged a request
          </span>
        )}
      </div>
    </div>
  );
}
