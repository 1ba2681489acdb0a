import { memo, useMemo, useState } from "react";
import { encodeLink } from "@/lib/link";
import { importScenario, trendView } from "@/lib/view/import";
import { ownScenario } from "@/components/scenario-page/go-on";
import type { KeptUsage } from "@/components/scenario-page/kept-usage";
import { LinkButton } from "@/components/ui/button";
import { ROUTES } from "@/components/ui/routes";
import { Section } from "@/components/ui/section";

/** How the requests of a log grow, how sure that is, and the way to a forecast. */
export const Trend = memo(function Trend({ read, model }: { read: KeptUsage; model: string }) {
  const { name, report, made } = read;
  const [own] = useState(ownScenario);
  const view = useMemo(
    () => trendView(report, importScenario(report, made, model, { name, own })),
    [report, made, model, name, own],
  );
  if (!view) return null;
  return (
    <Section id="trend" eyebrow="Trend" finding={view.finding}>
      {view.attempts.length > 0 && (
        <p className="mb-3 flex flex-wrap gap-2 print:hidden">
          {view.attempts.map(({ label, scenario }, index) => (
            <LinkButton key={label} go={index === 0} href={encodeLink(scenario, ROUTES.forecast)}>
              {label}
            </LinkButton>
          ))}
        </p>
      )}
      <p className="max-w-[74ch] text-ink-2">{view.remark}</p>
    </Section>
  );
});
