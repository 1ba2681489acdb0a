import { describe, expect, it } from "vitest";
import { adviceOf, type Move } from "@/lib/compare";
import { toFixedText } from "@/lib/money";
import { scenarioOf } from "../../support/make/checked";
import { SUPPORT_BOT } from "../../support/make/support-bot";

const bot = (rest: object = {}, own: object = {}) =>
  scenarioOf({ asOf: "2026-11-27", usageTier: 4, ...rest, workloads: [{ ...SUPPORT_BOT, ...own }] });
const said = (move: Move | null) =>
  move && `${move.row.model} ${move.row.serviceTier} tier ${move.usageTier} $${toFixedText(move.row.perMonth!, 2)}`;
const advice = (scenario: ReturnType<typeof bot>) => {
  const { cheapest, ifWaiting } = adviceOf(scenario);
  return [said(cheapest), said(ifWaiting)];
};
const CHAT = { model: "gpt-5-mini", requests: 2, maxCompletionTokens: 4000 };

describe("what to move to", () => {
  it("is the cheapest that fits, and what is cheaper where answers may wait", () => {
    expect(advice(bot())).toEqual(["gpt-5.6-luna standard tier 4 $2295.12", "gpt-5.6-luna batch tier 4 $1147.56"]);
  });

  it("is at the lowest usage tier that would do where nothing fits this one", () => {
    expect(advice(bot({ usageTier: 1 }, { ...CHAT, requests: 6 }))).toEqual([
      expect.stringMatching(/^gpt-5\.6-luna standard tier 2 /),
      expect.stringMatching(/^gpt-5\.6-luna (batch|flex) tier [12] /),
    ]);
    expect(advice(bot({ usageTier: "free" }))[0]).toMatch(/^gpt-5\.6-luna standard tier 4 /);
  });

  it("has one answer where all answers wait as entered", () => {
    expect(advice(bot({}, { serviceTier: "batch" }))).toEqual(["gpt-5.6-luna batch tier 4 $1147.56", null]);
  });

  it("asks for reasoning only of a scenario that reasons on a model that may", () => {
    const plain = advice(bot({}, { reasoningTokens: 0 }))[0];
    expect(plain).not.toBe(advice(bot())[0]);
  });

  it("is none where nothing runs at any tier", () => {
    expect(advice(bot({}, { requests: 1e12 }))).toEqual([null, null]);
  });
});
