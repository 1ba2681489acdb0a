"use client";

import { useState } from "react";
import { CHECKED_ON } from "@/lib/catalogue";
import type { Estimate } from "@/lib/estimate";
import type { LinkFault } from "@/lib/link";
import type { Scenario } from "@/lib/scenario";
import { pinnedView } from "@/lib/view/estimate";
import { Banner } from "@/components/ui/banner";
import { Button, LinkButton } from "@/components/ui/button";
import { InfoMark, WarnMark } from "@/components/ui/marks";
import { TryLink } from "@/components/figures/try-link";
import { nameOf, save } from "@/components/scenario-page/kept";

interface Props {
  readonly faults: readonly LinkFault[];
  readonly hadScenario: boolean;
  readonly shared: boolean;
  /** The link last worked on in this browser, if another one is open. */
  readonly mine: string | null;
  /** The planner’s link of what is on screen. */
  readonly link: string;
  readonly scenario: Scenario;
  /** What other prices than today’s come to, and the scenario at today’s. */
  readonly pinned: { readonly text: string; readonly scenario: Scenario } | null;
  readonly onKept: () => void;
}

const MOST_NAMED = 6;
const COUNTS = ["No part", "One part", "Two parts", "Three parts", "Four parts", "Five parts", "Six parts"];

/** What to know about the link itself: what could not be read of it, whose it is, and whether its prices still hold. */
export function LinkBanners({ faults, hadScenario, shared, mine, link, scenario, pinned, onKept }: Props) {
  const [closed, setClosed] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const named = faults.slice(0, MOST_NAMED);
  return (
    <>
      {faults.length > 0 && !closed && (
        <Banner role="alert">
          <WarnMark className="text-near" />
          <div>
            <p>
              {COUNTS[faults.length] ?? `${faults.length} parts`} of this link could not be read.{" "}
              {hadScenario
                ? "Defaults stand in for what is missing:"
                : "No workload could be read, so this is the worked example:"}
            </p>
            <ul className="mt-1 text-small text-ink-2">
              {named.map(({ part, message }, index) => (
                <li key={index} className="break-words">
                  <code>{part}</code> {message.startsWith(`${part} `) ? message.slice(part.length) : `– ${message}`}
                </li>
              ))}
              {faults.length > MOST_NAMED && <li>and {faults.length - MOST_NAMED} more</li>}
            </ul>
          </div>
          <Button small className="only-with-scripts" onClick={() => setClosed(true)}>
            Close
          </Button>
        </Banner>
      )}
      {pinned && (
        <Banner info>
          <InfoMark className="text-ink-2" />
          <p>{pinned.text}</p>
          <TryLink scenario={pinned.scenario}>Use today’s</TryLink>
        </Banner>
      )}
      {(shared || mine !== null || saved !== null) && (
        <Banner info>
          <InfoMark className="text-ink-2" />
          <p>
            {saved ??
              `${shared ? "You opened a shared link." : "This is the worked example."}${mine === null ? "" : " Your last scenario is kept."}`}
          </p>
          <div className="flex flex-wrap gap-2">
            {shared && saved === null && (
              <Button
                small
                onClick={() => {
                  const name = nameOf(scenario);
                  setSaved(
                    save(name, link)
                      ? `Saved a copy as “${name}” in this browser.`
                      : "This browser does not let pages keep anything; the link itself holds it all.",
                  );
                  onKept();
                }}
              >
                Save a copy
              </Button>
            )}
            {mine !== null && (
              <LinkButton small href={mine}>
                Return to mine
              </LinkButton>
            )}
          </div>
        </Banner>
      )}
    </>
  );
}

/** The same for the planner. */
export function Banners({ estimate, ...rest }: Omit<Props, "scenario" | "pinned"> & { readonly estimate: Estimate }) {
  return <LinkBanners {...rest} scenario={estimate.scenario} pinned={pinnedView(estimate, CHECKED_ON)} />;
}
