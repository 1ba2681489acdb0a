"use client";

import { useMemo, useState } from "react";
import { encodeLink } from "@/lib/link";
import { profileOf } from "@/lib/usage";
import { importScenario, replayRefusal, withImported } from "@/lib/view/import";
import { Button, LinkButton } from "@/components/ui/button";
import { ROUTES } from "@/components/ui/routes";
import { UseWorkloads } from "./use-workloads";
import { ownScenario } from "@/components/scenario-page/go-on";
import { REPLAY, type KeptUsage } from "@/components/scenario-page/kept-usage";

/**
 * What a log becomes: workloads in the planner, a replay in Traffic, a profile to copy. The links hold means
 * and shapes, never rows.
 */
export function UseLog({ read, model }: { read: KeptUsage; model: string }) {
  const { name, report, made } = read;
  const [own] = useState(ownScenario);
  const scenario = useMemo(() => importScenario(report, made, model, { name, own }), [report, made, model, name, own]);
  const [feedback, setFeedback] = useState<string | null>(null);
  if (!scenario) return null;
  const copy = () =>
    navigator.clipboard.writeText(profileOf(report)).then(
      () => setFeedback("Profile copied"),
      () => setFeedback("The clipboard is closed to this page"),
    );
  const refusal = replayRefusal(report, made);
  const standard = scenario.workloads.filter(({ serviceTier }) => serviceTier === "standard");
  return (
    <>
      <div className="mt-4 flex flex-wrap gap-2">
        <UseWorkloads scenario={scenario} own={own} together={own && withImported(own, made, model)} />
        {refusal ? (
          <Button disabled aria-describedby="replay-said">
            Replay in Traffic
          </Button>
        ) : (
          <LinkButton href={encodeLink(scenario, ROUTES.traffic) + REPLAY}>Replay in Traffic</LinkButton>
        )}
        <Button onClick={() => void copy()}>
          <span aria-live="polite">{feedback ?? "Copy profile"}</span>
        </Button>
      </div>
      <p className="mt-2 mb-6 text-small text-ink-2" id="replay-said">
        {refusal
          ? refusal
          : standard.length > 1
            ? `The replay charges all requests to ${standard[0]!.model}, the first standard workload.`
            : "The replay stays in this browser; its link holds the workloads alone."}{" "}
        The profile is a few rows of sums and quantiles, which this page reads again.
      </p>
    </>
  );
}
