"use client";

import type { ComponentProps } from "react";
import { MOST_REQUESTS } from "@/lib/simulation";
import { formatCompact, formatNumber, formatTier } from "@/lib/view/text";
import { POLICY_NAMES } from "@/lib/view/names";
import type { RunKind } from "@/components/traffic/simulation/messages";
import { requestsIn } from "@/components/traffic/simulation/request";
import { isOf, type TrafficRunner } from "@/components/traffic/simulation/runner";
import { missingRuns } from "@/components/traffic/simulation/runs";
import { useSnapshot } from "@/components/traffic/simulation/use-runner";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { NoMark, WarnMark } from "@/components/ui/marks";
import { ProgressLine } from "@/components/ui/progress-line";
import styles from "./run-line.module.css";

function kindName(kind: RunKind): string {
  switch (kind.of) {
    case "main":
      return "this traffic";
    case "tiers":
      return formatTier(kind.tier);
    case "policies":
      return `policy ${POLICY_NAMES[kind.policy].toLowerCase()}`;
    case "windows":
      return `an RPM window of ${kind.rpmWindowSeconds} s`;
    case "breaking":
      return "where it breaks";
  }
}

const about = (requests: number) => (requests < 10_000 ? formatNumber(Math.round(requests)) : formatCompact(requests));

/** A line of words and buttons, as high as the one with the progress bar. */
const Line = ({ className, ...rest }: ComponentProps<"p">) => (
  <p
    {...rest}
    className={classNames("mt-3 flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 max-tablet:min-h-14", className)}
  />
);

/** Shows how far the runs are and stops them; says why runs are missing and starts those. */
export function RunLine({ runner }: { runner: TrafficRunner }) {
  const { request, runs, running, state, error } = useSnapshot(runner, (snapshot) => snapshot);
  const requests = requestsIn(request);
  const known = isOf(runs, request);
  if (requests > MOST_REQUESTS) {
    return (
      <Line className="text-over" role="alert">
        <WarnMark size={13} /> {about(requests)} requests are too many to simulate: at most {about(MOST_REQUESTS)}.
        Shorten the horizon or lower the rates.
      </Line>
    );
  }
  if (requests === 0) return null;
  if (running) {
    return (
      <ProgressLine label="Simulation" value={running.share} className={classNames(styles.late, "max-tablet:min-h-14")}>
        <span className="min-w-0 truncate text-small text-ink-2 max-tablet:order-1 max-tablet:basis-full">
          {running.kinds.map(kindName).join(" and ")}, {about(requests)} requests a run
        </span>
        <Button small onClick={runner.stop}>
          Cancel
        </Button>
      </ProgressLine>
    );
  }
  if (error !== null) {
    return (
      <Line className="text-over" role="alert">
        <NoMark size={13} /> The simulation failed: {error}.
        {runs && !known && " The figures are of the earlier inputs."}
        <Button small onClick={runner.runRest}>
          Try again
        </Button>
      </Line>
    );
  }
  if (state === "stopped" && !known) {
    return (
      <Line role="status">
        <WarnMark size={13} className="text-near" /> Stopped.{" "}
        {runs ? "The figures are of the earlier inputs." : "There are no figures yet."}
        <Button small onClick={runner.runRest}>
          Run
        </Button>
      </Line>
    );
  }
  if (state !== "settling" && known && missingRuns(runs!).length > 0) {
    return (
      <Line>
        <span className="text-small text-ink-2">{about(requests)} requests a run</span>
        <Button small onClick={runner.runRest}>
          Run the other tiers too
        </Button>
      </Line>
    );
  }
  if (state === "done")
    return <Line className="text-small text-ink-2">{about(requests)} requests a run, simulated in this browser.</Line>;
  return (
    <Line className="text-small text-ink-2">
      {!runner.inHtml && (
        <span className="only-without-scripts" data-waits>
          {about(requests)} requests are more than the server runs; with JavaScript this browser does.
        </span>
      )}
    </Line>
  );
}
