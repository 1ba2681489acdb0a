import { memo } from "react";
import type { Estimate } from "@/lib/estimate";
import type { Forecast } from "@/lib/forecast";
import {
  emptyForecast,
  type EmptyView,
  forecastContext,
  forecastKeys,
  forecastVerdict,
  wholeUsdText,
} from "@/lib/view/forecast";
import { formatDay } from "@/lib/view/text";
import { HeadFigures } from "@/components/figures/head-figures";
import { ResultBar } from "@/components/figures/result-bar";
import { TryLink } from "@/components/figures/try-link";
import { VerdictHead } from "@/components/figures/verdict-head";

interface HeadProps {
  /** The month of today. */
  readonly estimate: Estimate;
  /** `null` before a growth is entered. */
  readonly forecast: Forecast | null;
}

/** When something stops, in a sentence, and the head figures; before a growth is entered, growths to begin with. */
export const ForecastHead = memo(function ForecastHead({ estimate, forecast }: HeadProps) {
  const empty = forecast ? null : emptyForecast(estimate);
  const context = forecast ? forecastContext(forecast) : estimate.scenario.title || "This scenario, month by month";
  return (
    <>
      <VerdictHead
        {...(forecast ? forecastVerdict(forecast) : emptyVerdict(empty!))}
        calm
        context={
          <>
            <span>{context}</span>
            <span>
              Prices and limits as of <a href="#sources">{formatDay(estimate.scenario.asOf)}</a>
            </span>
          </>
        }
      />
      {forecast && <HeadFigures figures={forecastKeys(forecast)} />}
      {empty && (
        <p className="mt-5 flex flex-wrap items-center gap-2">
          <span className="text-ink-2">Begin with</span>
          {empty.starts.map(({ label, scenario }) => (
            <TryLink key={label} scenario={scenario} look="large">
              {label}
            </TryLink>
          ))}
        </p>
      )}
    </>
  );
});

const emptyVerdict = ({ lead, rest }: EmptyView) => ({ tone: null, lead: [lead], rest, ending: null });

/** The verdict in short and the cost in all, in sight while the verdict itself is not. */
export function ForecastBar({ forecast }: { forecast: Forecast }) {
  const { tone, short } = forecastVerdict(forecast);
  const total = forecast.months.at(-1)!.cumulative;
  const amount = total && { text: wholeUsdText(total), about: "in all" };
  return <ResultBar tone={tone} title={short.title} about={short.about} amount={amount} />;
}
