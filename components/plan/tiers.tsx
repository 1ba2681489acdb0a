import { memo, type Ref } from "react";
import type { Estimate } from "@/lib/estimate";
import type { Scenario } from "@/lib/scenario";
import { tiersView, type TierHead } from "@/lib/view/plan";
import { TermLink } from "@/components/figures/term-link";
import { FigureButton } from "@/components/figures/figure-button";
import { ShareBar } from "@/components/figures/tiers/share-bar";
import { TierGrid, TierWord } from "@/components/figures/tiers/tier-grid";
import { ToneMark } from "@/components/figures/tone";
import { TryLink } from "@/components/figures/try-link";
import { Section } from "@/components/ui/section";

/** The five paid usage tiers side by side; a press on the name of one tries it. */
export const Tiers = memo(function Tiers({ estimate, place }: { estimate: Estimate; place: Ref<HTMLElement> }) {
  const { finding, heads, rows } = tiersView(estimate);
  const headroom = heads.map(({ headroom, binds }) => ({
    value: (
      <>
        <b>
          <FigureButton {...headroom} />
        </b>
        <small>{binds}</small>
      </>
    ),
  }));
  const limits = rows.map(({ key, name, about, cells }) => ({
    key,
    name,
    about,
    cells: cells.map(({ utilisation, of, width, state }) => ({
      state,
      value: (
        <>
          <b>
            <FigureButton {...utilisation} />
          </b>
          <small>{of}</small>
          <ShareBar width={width} />
        </>
      ),
    })),
  }));
  return (
    <Section
      className="@container"
      aria-labelledby="h-tier"
      id="tiers"
      ref={place}
      eyebrow="Usage tiers side by side"
      finding={finding}
    >
      <TierGrid
        label="This scenario at every usage tier"
        corner="Limit"
        columns={heads.map((head) => ({
          key: head.tier,
          chosen: head.chosen,
          head: <Head {...head} scenario={estimate.scenario} />,
        }))}
        rows={[
          {
            key: "headroom",
            name: <TermLink of="headroom">Headroom</TermLink>,
            about: "what binds first",
            cells: headroom,
          },
          ...limits,
          {
            key: "reached",
            name: "Reached after",
            about: "paid in total",
            cells: heads.map(({ reachedAfter }) => ({ value: reachedAfter })),
          },
        ]}
      />
      <p className="mt-[10px] text-small text-ink-2">
        Free has no limits to plan with. Bold is utilisation, at peak where a minute is the window.
      </p>
    </Section>
  );
});

const FITS = {
  fits: { tone: "ok", text: "Fits", colour: "text-ok" },
  unknown: { tone: "unknown", text: "Cannot be told", colour: "text-ink-2" },
  never: { tone: "never", text: "Never runs", colour: "text-over" },
  over: { tone: "over", text: "Does not fit", colour: "text-over" },
} as const;

function fitOf({ fits, never }: Pick<TierHead, "fits" | "never">): keyof typeof FITS {
  if (fits === null) return "unknown";
  if (fits) return "fits";
  return never ? "never" : "over";
}

function Head({ tier, chosen, fits, never, scenario }: TierHead & { scenario: Scenario }) {
  const { tone, text, colour } = FITS[fitOf({ fits, never })];
  return (
    <>
      <TryLink
        look="name"
        scenario={{ ...scenario, usageTier: tier }}
        label={`Tier ${tier}${chosen ? ", chosen" : ""}`}
      >
        Tier {tier}
      </TryLink>
      <small className={colour}>
        <ToneMark tone={tone} size={11} /> <TierWord>{text}</TierWord>
      </small>
    </>
  );
}
