import type { RangeView, TierShare } from "@/lib/view/ranges";
import { LazyChart } from "@/components/charts/lazy-chart";
import { ChartsSection, LoneChart } from "@/components/charts/section";
import { classNames } from "@/components/ui/class-names";
import { BareSection, Section } from "@/components/ui/section";
import { ToneMark, TONE_COLOURS } from "@/components/figures/tone";
import styles from "./sections.module.css";

const loadMonths = () => import("@/components/plan/charts/months");
const loadSwings = () => import("@/components/plan/charts/swings");

const FEW_BARS = 3;

/** The month as cases, what moves it, and how often each usage tier holds. */
export default function RangeSections({ view }: { readonly view: RangeView }) {
  const { months, cost, headroom, tiers } = view;
  // A few bars leave no room empty below them.
  const most = Math.max(...[cost, headroom].map((chart) => ("bars" in chart ? chart.bars.length : 0)));
  const height = most > FEW_BARS ? {} : { height: "h-45" };
  return (
    <>
      <BareSection label="A month’s cost over its cases" className="@container" id="cases">
        <LoneChart>
          <LazyChart view={months} load={loadMonths} />
        </LoneChart>
      </BareSection>
      <ChartsSection label="What matters">
        <LazyChart view={cost} load={loadSwings} {...height} />
        <LazyChart view={headroom} load={loadSwings} {...height} />
      </ChartsSection>
      <Section id="tier-shares" eyebrow="Usage tiers, by the cases they hold" finding={tiers.finding}>
        <ul className={styles.tiers}>
          {tiers.tiers.map((tier) => (
            <Tier key={tier.tier} {...tier} />
          ))}
        </ul>
      </Section>
    </>
  );
}

function Tier({ name, limit, chosen, tone, word, blocks }: TierShare) {
  return (
    <li className={classNames(styles.tier, chosen && styles.chosen)}>
      <b>{name}</b>
      <small>{limit}</small>
      <span className={styles.blocks} aria-hidden="true">
        {Array.from({ length: 10 }, (_, n) => (
          <i key={n} className={n < blocks ? styles.filled : undefined} />
        ))}
      </span>
      <span className={classNames(styles.word, tone !== "ok" && TONE_COLOURS[tone])}>
        <ToneMark tone={tone} size={13} /> {word}
      </span>
    </li>
  );
}
