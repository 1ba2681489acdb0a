import { usageTier as tierFacts, type UsageTierId } from "@/lib/catalogue";
import type { Estimate } from "@/lib/estimate";
import type { RangeResult } from "@/lib/ranges";
import { formatTier, formatUsdText } from "@/lib/view/text";
import { capital, inCases, shareText } from "@/lib/view/names";
import type { ShareTone } from "./verdict";

/** The cases that fit a usage tier. */
export interface TierShare {
  readonly tier: UsageTierId;
  readonly name: string;
  /** Its monthly usage limit: `$1,000`, `$60,000, own limit`. */
  readonly limit: string;
  readonly chosen: boolean;
  readonly tone: ShareTone;
  /** `9 of 10`, `never`. */
  readonly word: string;
  /** Of ten blocks, how many are filled. */
  readonly blocks: number;
}

/** The paid usage tiers by the share of cases that fit them. */
export interface TierShares {
  readonly finding: string;
  readonly tiers: readonly TierShare[];
}

/** Filled blocks are all ten, or none, only where all cases fit, or none. */
const blocksOf = (share: number) =>
  share <= 0 || share >= 1 ? share * 10 : Math.min(9, Math.max(1, Math.round(share * 10)));

function toneOf(share: number | null): ShareTone {
  if (share === null) return "unknown";
  if (share <= 0) return "over";
  return share >= 0.5 ? "ok" : "near";
}

function wordOf(share: number | null): string {
  if (share === null) return "cannot be told";
  if (share <= 0) return "never";
  return share >= 1 ? "always" : shareText(share);
}

function findingOf(shares: RangeResult["fitShare"], own: UsageTierId): string {
  const at = (tier: UsageTierId) => shares.find(({ usageTier }) => usageTier === tier)!;
  const holds = ({ usageTier, share }: RangeResult["fitShare"][number]) => {
    const name = capital(formatTier(usageTier));
    return share === null ? `${name} cannot be told` : `${name} fits ${inCases(share)}`;
  };
  const better = shares.find(
    ({ usageTier, share }) => usageTier !== own && share !== null && share > (at(own).share ?? 0),
  );
  if (own === "free") return better ? holds(better) : "No tier fits in any case";
  if (at(own).share === 1) return holds(at(own));
  return better ? `${holds(at(own))}; ${holds(better).replace(/^T/, "t")}` : holds(at(own));
}

/** How often each paid usage tier fits. */
export function tierShares({ scenario }: Estimate, { fitShare }: RangeResult): TierShares {
  const paid = fitShare.filter(({ usageTier }) => usageTier !== "free");
  return {
    finding: findingOf(paid.concat(fitShare.filter(({ usageTier }) => usageTier === "free")), scenario.usageTier),
    tiers: paid.map(({ usageTier, share }) => {
      const chosen = usageTier === scenario.usageTier;
      const own = chosen ? scenario.monthlyUsageLimitUsd : undefined;
      const limit = formatUsdText(own ?? tierFacts(usageTier).monthlyUsageLimitUsd);
      return {
        tier: usageTier,
        name: capital(formatTier(usageTier)),
        limit: own === undefined ? limit : `${limit}, own limit`,
        chosen,
        tone: toneOf(share),
        word: wordOf(share),
        blocks: share === null ? 0 : blocksOf(share),
      };
    }),
  };
}
