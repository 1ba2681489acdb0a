"use client";

import { MOST_REQUESTS } from "@/lib/simulation";
import { formatCompact, formatNumber, formatTier } from "@/lib/view/text";
import { Button } from "@/components/ui/button";
import { NoMark, WarnMark } from "@/components/ui/marks";
import { POLICY_NAMES } from "./names";
import type { RunKind } from "./messages";
import { isOf, requestsIn, type TrafficRunner } from "./runner";
import { missingRuns } from "./runs";
import { useSnapshot } from "./use-runner";

function kindName(kind: RunKind): string {
  switch (kind.of) {
    case "main":
      return "this traffic";
    case "tiers":
      return `${formatTier(kind.tier)}`;
    case "policies":
      return `policy ${POLICY_NAMES[kind.policy].toLowerCase()}`;
    case "windows":
      return `an RPM window of ${kind.rpmWindowSeconds} s`;
    case "breaking":
      return "where it breaks";
  }
}

const about = (requests: number) => (requests < 10_000 ? formatNumber(Math.round(requests)) : formatCompact(requests));

/** How far the runs are, with a way to stop them; and what is to know or to press where they are not done. */
export function RunLine({ runner }: { runner: TrafficRunner }) {
  const { request, runs, running, state, error } = useSnapshot(runner, (snapshot) => snapshot);
  const requests = requestsIn(request);
  const known = isOf(runs, request);
  if (requests > MOST_REQUESTS) {
    return (
      <p className="run-line text-over" role="alert">
        <WarnMark size={13} /> {about(requests)} requests are too many to simulate: at most {about(MOST_REQUESTS)}.
        Shorten the horizon or lower the rates.
      </p>
    );
  }
  if (requests === 0) return null;
  if (running) {
    return (
      <div className="run-line late">
        <progress aria-label="Simulation" max={1} value={(running.at + running.share) / running.count} />
        <span className="text-small text-ink-2">
          {kindName(running.kind)}, {about(requests)} requests
        </span>
        <Button small onClick={runner.stop}>
          Cancel
        </Button>
      </div>
    );
  }
  const rest = known && missingRuns(runs!).length > 0;
  if (error !== null) {
    return (
      <p className="run-line text-over" role="alert">
        <NoMark size={13} /> The simulation failed: {error}.
        <Button small onClick={runner.runRest}>
          Try again
        </Button>
      </p>
    );
  }
  if (state === "stopped" && !known) {
    return (
      <p className="run-line" role="status">
        <WarnMark size={13} className="text-near" /> Stopped.{" "}
        {runs ? "The figures are of the earlier inputs." : "There are no figures yet."}
        <Button small onClick={runner.runRest}>
          Run
        </Button>
      </p>
    );
  }
  if (state !== "settling" && rest) {
    return (
      <p className="run-line">
        <span className="text-small text-ink-2">{about(requests)} requests a run</span>
        <Button small onClick={runner.runRest}>
          Run the other tiers too
        </Button>
      </p>
    );
  }
  if (state === "done")
    return (
      <p className="run-line text-small text-ink-2">{about(requests)} requests a run, simulated in this browser.</p>
    );
  return (
    <p className="run-line text-small text-ink-2">
      {!runner.inHtml && (
        <span className="only-without-scripts">
          {about(requests)} requests are more than the server runs; with JavaScript this browser does.
        </span>
      )}
    </p>
  );
}
