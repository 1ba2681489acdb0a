import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { estimate, successors } from "@/lib/estimate";
import { decodeLink } from "@/lib/link";
import { formatUsd } from "@/lib/view/text";
import { verdictView } from "@/lib/view/plan";

const README = readFileSync("README.md", "utf8");

it("the README’s example costs on o1-mini and its successors what its table says", () => {
  const link = /One link, to open on your own copy: \[`\/\?([^`]+)`\]/.exec(README)![1]!;
  const now = estimate(decodeLink(link).scenario!);
  const rows = [
    now,
    ...successors(now).flatMap(({ steps }) => steps.flatMap(({ moved }) => (moved ? [moved.estimate] : []))),
  ].map((one) => {
    const [workload] = one.scenario.workloads;
    const fit = verdictView(one).short.title.replaceAll("\u00a0", " ");
    const least = one.fit.minimumUsageTier;
    return `| ${workload!.model} | ${formatUsd(one.cost.perMonth)} | ${fit} | ${least === null ? "none" : `tier ${least}`} |`;
  });
  const table = README.slice(README.indexOf("| model"), README.indexOf("| who"));
  const cells = table.split("\n").map((line) => line.replace(/ +/g, " ").trim());
  expect(cells).toEqual(expect.arrayContaining(rows));
});
