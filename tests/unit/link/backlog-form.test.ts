import { describe, expect, it } from "vitest";
import { decodeLink, encodeLink, parseHours, parseShare, readForm, toPercent } from "@/lib/link";
import { formatNumber } from "@/lib/view/text";

const HEAD = "v=1&asOf=2026-11-23&tier=3";
const WORK = "w=Labels:o3-mini+b+1000/mo+i700+v50+r200+k900";

describe("the form of a backlog without JavaScript", () => {
  const from = `/backlog?${HEAD}&backlog=o3-mini+n25000+i1000+v300&${WORK}`;
  const send = (...fields: [string, string][]) => readForm([["from", from], ["page", "/backlog"], ...fields]);

  it("leads back to its page, with what was typed", () => {
    expect(
      send(
        ["b.model", "o1"],
        ["b.total", "25M"],
        ["b.inputTokens", "1.5k"],
        ["b.cachedInputTokens", "500"],
        ["b.visibleOutputTokens", "0"],
        ["b.reasoningTokens", "900"],
        ["b.maxCompletionTokens", "8,000"],
        ["b.deadlineHours", "5 days"],
        ["b.liveShare", "33.3 %"],
        ["b.budgetUsd", "$1,200.50"],
        ["batchTurnaroundHours", "12"],
        ["usageTier", "4"],
        ["tokenAccounting", "actual"],
      ),
    ).toBe(
      `/backlog?v=1&asOf=2026-11-23&tier=4&charge=actual&turnaround=12&backlog=o1+n25000000+i1500+c500+r900+k8000+d120+l0.333+u1200.5&${WORK}`,
    );
  });
  it("an empty optional field unsets it, an empty one that a backlog needs keeps what it was and is named", () => {
    expect(
      send(["b.visibleOutputTokens", ""], ["b.maxCompletionTokens", ""], ["b.budgetUsd", ""], ["b.deadlineHours", ""]),
    ).toBe(`/backlog?${HEAD}&backlog=o3-mini+n25000+i1000&${WORK}`);
    expect(send(["b.total", ""])).toBe(`${from}&b.total=`);
    expect(
      decodeLink(
        send(["b.total", " "])
          .slice(1)
          .replace(/^[^?]*/, ""),
      ).faults,
    ).toMatchObject([{ path: "backlog.total", part: "b.total=" }]);
  });
  it.each([
    ["b.total", "12,5"],
    ["b.total", "1.5"],
    ["b.inputTokens", "-1"],
    ["b.deadlineHours", "soon"],
    ["b.liveShare", "100"],
    ["b.budgetUsd", "a lot"],
  ])("%s = %s is named behind the link, and the last good value stays", (name, typed) => {
    const link = send([name, typed]);
    expect(link).toBe(`${from}&${name}=${encodeURIComponent(typed).replace(/%20/g, "+").replace(/%2C/g, ",")}`);
    const { scenario, faults } = decodeLink(link.slice(link.indexOf("?")));
    expect(faults.map(({ path }) => path)).toEqual([name.replace("b.", "backlog.")]);
    expect(encodeLink(scenario!, "/backlog")).toBe(from);
  });
  it("a deadline may be a day and an hour of a clock", () => {
    const clock = {
      now: { year: 2026, month: 11, day: 27, hour: 18, minute: 0 },
      toMs: (at: { year: number; month: number; day: number; hour: number; minute: number }) =>
        Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute),
    };
    const sent = (text: string) =>
      readForm(
        [
          ["from", from],
          ["page", "/backlog"],
          ["b.deadlineHours", text],
        ],
        clock,
      );
    expect(sent("1 Dec 18:00")).toContain("+d96&");
    expect(sent("2026-11-29 06:00")).toContain("+d36&");
    expect(sent("2 days")).toContain("+d48&");
    expect(sent("2026-11-26 06:00")).toBe(`${from}&b.deadlineHours=2026-11-26+06:00`);
  });
  it("a scenario without a backlog gets the one it was shown, changed where it was", () => {
    expect(
      readForm([
        ["from", `/backlog?${HEAD}&${WORK}`],
        ["page", "/backlog"],
        ["b.total", "5"],
      ]),
    ).toBe(`/backlog?${HEAD}&backlog=o3-mini+n5+i700+v50+r200+k900&${WORK}`);
    expect(
      readForm([
        ["from", `/backlog?${HEAD}&${WORK}`],
        ["page", "/backlog"],
        ["usageTier", "5"],
      ]),
    ).toBe(`/backlog?${HEAD.replace("tier=3", "tier=5")}&${WORK}`);
  });
  it.each([
    ["/traffic", "/traffic"],
    ["/", "/"],
    ["//evil.example", "/"],
    ["https://evil.example/", "/"],
    ["/api", "/"],
    ["", "/"],
  ])("the page %j leads to %s", (page, path) => {
    expect(
      readForm([
        ["from", from],
        ["page", page],
      ]),
    ).toBe(from.replace("/backlog", path));
  });
});

describe("typed hours and shares", () => {
  it.each([
    ["72", 72],
    ["72 h", 72],
    ["3 days", 72],
    ["3d", 72],
    ["2 weeks", 336],
    ["1.5 days", 36],
    ["0.001", 0.001],
    ["1k", 1000],
    ["1,200 hours", 1200],
  ])("%s is %d hours", (text, value) => expect(parseHours(text)).toEqual({ value }));
  it.each(["", "0", "soon", "3 months", "-1 d", "1,5 days", "9999 weeks", "0.0001"])("%j is no deadline", (text) =>
    expect(parseHours(text)).toHaveProperty("error"),
  );
  it.each([
    ["50", 0.5],
    ["50 %", 0.5],
    ["0", 0],
    ["33.3", 0.333],
    ["99", 0.99],
    ["0.1", 0.001],
  ])("%s %% is %d", (text, value) => expect(parseShare(text)).toEqual({ value }));
  it.each(["", "99.1", "100", "33.33", "half", "-1"])("%j is no share", (text) =>
    expect(parseShare(text)).toHaveProperty("error"),
  );
  it("every share is read back from the percentage it is shown as", () => {
    for (let thousandths = 0; thousandths <= 990; thousandths++)
      expect(parseShare(formatNumber(toPercent(thousandths / 1000)))).toEqual({ value: thousandths / 1000 });
  });
});
