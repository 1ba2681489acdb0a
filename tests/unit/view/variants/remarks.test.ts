import { describe, expect, test } from "vitest";
import { planBacklog } from "@/lib/batch";
import { decodeLink } from "@/lib/link";
import { runTraffic } from "@/lib/simulation";
import { backlogRemark } from "@/lib/view/backlog";
import { dayRemark, remarkBefore, trafficVerdict, unrunRemark } from "@/lib/view/traffic";
import { plainText } from "@/lib/view/text";

// What Traffic and Backlog say of each scenario in the strip of variants.

const scenarioOf = (query: string) => decodeLink(`?v=1&asOf=2026-11-27&${query}`).scenario!;
const plain = ({ tone, text, about }: { tone: string; text: string; about: string }) =>
  [tone, text, about].map((one) => one.replace(/[\u00a0\u202f]/g, " "));
const day = (query: string) => {
  const input = { scenario: scenarioOf(query), scale: 1, trace: null };
  return plain(dayRemark({ input, main: runTraffic(input) }));
};
const backlog = (query: string) => plain(backlogRemark(planBacklog(scenarioOf(query))));

describe("a backlog in a few words", () => {
  test.each([
    ["tier=3&backlog=o3-mini+n25000+i800+v100&w=o3-mini+4/m+i500", ["ok", "Done in 24 hours", "$16.50, 1 wave"]],
    [
      "tier=1&backlog=o3-mini+n2500000+i800+v100+d24&w=o3-mini+4/m+i500",
      ["over", "Misses 24 hours", "$3,275.25, the earliest is 30.8 days"],
    ],
    [
      "tier=free&backlog=o3-mini+n25000+i800+v100&w=o3-mini+4/m+i500",
      ["over", "Does not run on Free", "not offered there"],
    ],
  ])("%s", (query, said) => expect(backlog(query)).toEqual(said));
});

describe("a day in a few words", () => {
  test.each([
    ["tier=4&w=gpt-5.6-terra+40/m+x3+i2200+v350", ["ok", "No waits", "57,809 requests a day"]],
    [
      "tier=1&w=gpt-5.6-terra+40/m+x3+i22000+v350+k4000",
      ["over", "The longest wait 26 hours", "57,809 requests a day"],
    ],
    ["tier=1&policy=drop&w=o3-mini+4/m+x50+i22000+v350+k4000", ["over", "19.2 % failed", "5,796 requests a day"]],
    ["tier=1&w=mine+4/m+i220&m=mine+i1+o2", ["unknown", "No waits", "a limit is not published"]],
  ])("%s", (query, said) => expect(day(query)).toEqual(said));

  test("on Traffic, money that ends within it is what the page begins with", () => {
    const scenario = scenarioOf("tier=1&w=gpt-5.6-terra+4/m+i9000+v350");
    const input = { scenario, scale: 1, trace: null };
    const verdict = trafficVerdict({ input, main: runTraffic(input) }, scenario)!;
    const said = [verdict.lead, verdict.rest].map((sentence) => plainText(sentence).replace(/[\u00a0\u202f]/g, " "));
    expect([verdict.tone, ...said]).toEqual([
      "over",
      "Stops after 19 hours, when the month’s money is spent.",
      "By the rates alone, no request waited. 5,796 requests a day, each admitted as it came.",
    ]);
  });

  test("is told before it is run where that is certain, and not run where it is long", () => {
    expect(remarkBefore(scenarioOf("tier=free&w=o3-mini+4/m+i5"))).toMatchObject({ text: "Not offered on Free" });
    expect(remarkBefore(scenarioOf("tier=1&w=o3-mini+4/m+i5"))).toBeNull();
    expect(plain(unrunRemark(6_000_000))).toEqual([
      "unknown",
      "Not run beside others",
      "6,000,000 requests: show it to run them",
    ]);
  });
});
