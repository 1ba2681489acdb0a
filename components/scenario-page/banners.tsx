"use client";

import { useState } from "react";
import { CHECKED_ON } from "@/lib/catalogue";
import type { Estimate } from "@/lib/estimate";
import { encodeLink, type LinkFault } from "@/lib/link";
import type { Scenario } from "@/lib/scenario";
import { pinnedView } from "@/lib/view/estimate";
import { Banner } from "@/components/ui/page/banner";
import { Button, LinkButton } from "@/components/ui/button";
import { WarnMark } from "@/components/ui/marks";
import { InfoMark } from "@/components/ui/more-marks";
import { TryLink } from "@/components/figures/try-link";
import { nameOf, save } from "@/components/scenario-page/kept-by-name";

/** How the page came by its scenario. */
interface Arrival {
  /** What of the link could not be read. */
  readonly faults: readonly LinkFault[];
  /** Whether a scenario could be read of it. */
  readonly hadScenario: boolean;
  /** Whether it is somebody else’s. */
  readonly shared: boolean;
  /** The link last worked on in this browser, if another one is open. */
  readonly mine: string | null;
  /** A copy was kept: it is this browser’s own from now on. */
  readonly onKept: () => void;
}

interface LinkBannersProps {
  readonly arrival: Arrival;
  readonly scenario: Scenario;
  /** What other prices than today’s come to, and the scenario at today’s. */
  readonly pinned: { readonly text: string; readonly scenario: Scenario } | null;
}

/** What to know about the link itself: what could not be read of it, whose it is, and whether its prices still hold. */
export function LinkBanners({ arrival, scenario, pinned }: LinkBannersProps) {
  return (
    <>
      {arrival.faults.length > 0 && <FaultsBanner {...arrival} />}
      {pinned && (
        <Banner info>
          <InfoMark className="text-ink-2" />
          <p>{pinned.text}</p>
          <TryLink scenario={pinned.scenario}>Use today’s</TryLink>
        </Banner>
      )}
      <OwnerBanner {...arrival} scenario={scenario} />
    </>
  );
}

const MOST_NAMED = 6;
const COUNTS = ["No part", "One part", "Two parts", "Three parts", "Four parts", "Five parts", "Six parts"];

/** What of the link could not be read, and what stands in for it. */
function FaultsBanner({ faults, hadScenario }: Pick<Arrival, "faults" | "hadScenario">) {
  const [closed, setClosed] = useState(false);
  if (closed) return null;
  return (
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
          {faults.slice(0, MOST_NAMED).map(({ part, message }, index) => (
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
  );
}

/** Whose scenario this is, with a way to keep it and a way back to this browser’s own. */
function OwnerBanner({
  shared,
  mine,
  scenario,
  onKept,
}: Pick<Arrival, "shared" | "mine" | "onKept"> & { readonly scenario: Scenario }) {
  const [saved, setSaved] = useState<string | null>(null);
  if (!shared && mine === null && saved === null) return null;
  const keep = () => {
    const name = nameOf(scenario);
    setSaved(
      save(name, encodeLink(scenario))
        ? `Saved a copy as “${name}” in this browser.`
        : "This browser does not let pages keep anything; the link itself holds it all.",
    );
    onKept();
  };
  return (
    <Banner info>
      <InfoMark className="text-ink-2" />
      <p>
        {saved ??
          `${shared ? "You opened a shared link." : "This is a starting point."}${mine === null ? "" : " Your last scenario is kept."}`}
      </p>
      <div className="flex flex-wrap gap-2">
        {shared && saved === null && (
          <Button small onClick={keep}>
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
  );
}

/** The same for an estimate. */
export function Banners({ arrival, estimate }: { readonly arrival: Arrival; readonly estimate: Estimate }) {
  return <LinkBanners arrival={arrival} scenario={estimate.scenario} pinned={pinnedView(estimate, CHECKED_ON)} />;
}
