"use client";

import { useState } from "react";
import { CHECKED_ON } from "@/lib/catalogue";
import type { Estimate } from "@/lib/estimate";
import { encodeLink, isMended, type LinkFault } from "@/lib/link";
import type { Scenario } from "@/lib/scenario";
import { pinnedView } from "@/lib/view/estimate";
import { classNames } from "@/components/ui/class-names";
import { Banner } from "@/components/ui/page/banner";
import { Button, LinkButton } from "@/components/ui/button";
import { WarnMark } from "@/components/ui/marks";
import { InfoMark } from "@/components/ui/more-marks";
import { TryLink } from "@/components/figures/try-link";
import { ROUTES } from "@/components/ui/routes";
import { nameOf, save } from "@/components/scenario-page/kept/by-name";

/** How the page came by its scenario. */
interface Arrival {
  /** What of the link could not be read. */
  readonly faults: readonly LinkFault[];
  /** Whether a scenario could be read of it. */
  readonly hadScenario: boolean;
  /** Whether it is a starting point that nobody has made their own yet. */
  readonly isStart: boolean;
  /** It is no longer what the page was opened with. */
  readonly isEdited: boolean;
  /** The path of the page. */
  readonly page: string;
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
      {arrival.faults.length > 0 && <FaultsBanner {...arrival} scenario={scenario} />}
      <PinnedBanner pinned={pinned} />
      <OwnerBanner {...arrival} scenario={scenario} />
      {!arrival.isStart && <ReplacedBanner />}
    </>
  );
}

type FaultsBannerProps = Pick<Arrival, "faults" | "hadScenario"> & Pick<LinkBannersProps, "scenario">;

const MOST_NAMED = 6;
const COUNTS = ["No part", "One part", "Two parts", "Three parts", "Four parts", "Five parts", "Six parts"];

/**
 * What of the link could not be read, and what stands in for it. What an edit has mended goes, and with the last of it
 * the banner, which leaves its place empty: nothing may move under the hand that makes the edit.
 */
function FaultsBanner({ faults, hadScenario, scenario }: FaultsBannerProps) {
  const [closed, setClosed] = useState(false);
  const [opened] = useState(scenario);
  if (closed) return null;
  const mended = faults.map((fault) => isMended(fault, opened, scenario));
  return (
    <Banner role="alert" className={mended.every(Boolean) ? "invisible" : undefined}>
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
            <li key={index} className={classNames("break-words", mended[index] && "invisible")}>
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

/**
 * That other prices than today’s hold, where it was so from the start: a banner that came with an edit would push
 * the page under the hand that makes it. Gone by an edit it leaves its place empty, for the same reason; gone by
 * its own button it goes whole.
 */
function PinnedBanner({ pinned }: Pick<LinkBannersProps, "pinned">) {
  const [first] = useState(pinned);
  const [pressed, setPressed] = useState(false);
  const shown = pinned ?? first;
  if (!first || !shown || (pressed && !pinned)) return null;
  return (
    <Banner info className={pinned ? undefined : "invisible"} onClickCapture={() => setPressed(true)}>
      <InfoMark className="text-ink-2" />
      <p>{shown.text}</p>
      <TryLink scenario={shown.scenario}>Use today’s</TryLink>
    </Banner>
  );
}

/** Whose scenario this is, with a way to keep it and a way back to this browser’s own; shown as `html` says. */
function OwnerBanner({ isStart, isEdited, page, scenario }: Arrival & { readonly scenario: Scenario }) {
  const [saved, setSaved] = useState<string | null>(null);
  const keep = () => {
    const name = nameOf(scenario);
    setSaved(
      save(name, encodeLink(scenario))
        ? `Saved a copy as “${name}” in this browser.`
        : "This browser does not let pages keep anything; the link itself holds it all.",
    );
  };
  return (
    <Banner
      info
      className={isStart ? "[html:not([data-kept])_&]:hidden" : "[html:not([data-shared]):not([data-kept])_&]:hidden"}
    >
      <InfoMark className="text-ink-2" />
      <p>
        {saved ?? (isEdited ? "Your changes are kept." : <Opened isStart={isStart} />)}
        {saved === null && <span className="[html:not([data-kept])_&]:hidden"> Your last scenario is kept.</span>}
      </p>
      <div className="flex flex-wrap gap-2 max-[40rem]:col-start-2">
        {!isStart && (
          <Button small className={saved === null ? "" : "invisible"} onClick={keep}>
            Save a copy
          </Button>
        )}
        <LinkButton small className="[html:not([data-kept])_&]:hidden" href={page} data-mine>
          Return to mine
        </LinkButton>
      </div>
    </Banner>
  );
}

function Opened({ isStart }: Pick<Arrival, "isStart">) {
  if (isStart) return "This is a starting point.";
  return <span className="[html:not([data-shared])_&]:hidden">You opened a shared link.</span>;
}

/** That this scenario took the place of one’s own, with the way back; shown as `html` says. */
function ReplacedBanner() {
  return (
    <Banner info className="[html:not([data-replaced])_&]:hidden">
      <InfoMark className="text-ink-2" />
      <p>This took the place of your scenario, which is kept.</p>
      <LinkButton small href={ROUTES.plan} data-before>
        Bring back
      </LinkButton>
    </Banner>
  );
}

/** The same for an estimate. */
export function Banners({ arrival, estimate }: { readonly arrival: Arrival; readonly estimate: Estimate }) {
  return <LinkBanners arrival={arrival} scenario={estimate.scenario} pinned={pinnedView(estimate, CHECKED_ON)} />;
}
