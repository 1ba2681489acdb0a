import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toNumber } from "@/lib/money";
import { readRefusal } from "@/lib/refusal";
import { EXAMPLE, type Scenario } from "@/lib/scenario";
import { refusalView } from "@/lib/view/refusal";

/** Texts that people really met. Not part of the project: read where they lie beside it. */
const FOLDER = "../shared/data/cases";

const on = (model: string): Scenario => ({
  ...EXAMPLE,
  usageTier: 1,
  workloads: [{ ...EXAMPLE.workloads[0]!, model }],
});
const spaces = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

/** What was read, waits in milliseconds; and the first view of it in words. */
function answer(text: string, model: string) {
  const read = readRefusal(text);
  expect(read.unread).toEqual([]);
  const [view] = refusalView(read, on(model)).refusals;
  return {
    all: JSON.parse(
      JSON.stringify(read.refusals, (_, one: unknown) =>
        typeof one === "object" && one !== null && "n" in one && "d" in one ? toNumber(one as never) : one,
      ),
    ) as object[],
    finding: spaces(view!.finding),
    remarks: spaces(view!.remarks.join(" ")),
    offers: view!.checks.flatMap(({ tries }) => tries.map(({ scenario }) => scenario.modelOverrides)),
    checks: spaces(view!.checks.map((one) => one.text).join(" ")),
  };
}

/** The right answer to each file; a file that is not here is not known yet, and fails. */
const ANSWERS: Readonly<Record<string, (text: string) => void>> = {
  "400-input-tokens-exceed.txt": (text) => {
    const { all, finding, remarks } = answer(text, "gpt-5");
    expect(all).toEqual([
      expect.objectContaining({ kind: "maximum", of: "input", limit: 272_000, requested: 289_650 }),
    ]);
    expect(finding).toBe("No rate limit: 17,650 tokens over the model’s maximum input of 272,000");
    expect(remarks).toMatch(/retrying it is useless/);
  },
  "429-azure-batch-queue.json": (text) => {
    const { all, remarks } = answer(text, "gpt-4.1");
    expect(all).toEqual([
      expect.objectContaining({ kind: "batch-queue", origin: "azure", counts: "tokens", limit: 30_000 }),
    ]);
    expect(remarks).toMatch(/all batches that are not done, summed.*send the next when one ends/);
  },
  "429-azure-short-window-headers.txt": (text) => {
    const { all, finding, remarks } = answer(text, "gpt-4.1");
    expect(all).toMatchObject([
      {
        kind: "headers",
        retryAfterMs: 2_000,
        limits: [
          { counts: "requests", limit: 8, per: null },
          { counts: "tokens", limit: 8_000, remaining: 1_014 },
        ],
      },
    ]);
    expect(finding).toMatch(/^1,014 of 8,000 tokens/);
    expect(remarks).toMatch(/no reset says over what: 8 is no limit a minute/);
  },
  "429-azure-the-token-rate-limit.txt": (text) => {
    const { all, remarks } = answer(text, "gpt-5.1");
    expect(all).toEqual([
      expect.objectContaining({
        kind: "rate",
        model: "gpt-5.1",
        counts: "tokens",
        statedMs: 60_000,
        limit: null,
        used: null,
        requested: null,
        origin: "azure",
      }),
    ]);
    expect(remarks).toMatch(/usage tiers do not apply/);
  },
  "429-billing-not-active.json": (text) => {
    const { all, finding, remarks } = answer(text, "gpt-5");
    expect(all).toEqual([expect.objectContaining({ kind: "quota", cause: "inactive" })]);
    expect(finding).toMatch(/^Money, not speed/);
    expect(remarks).toMatch(/No wait ends it.*do not retry/);
  },
  "429-too-large-own-limit.txt": (text) => {
    const { all, finding, checks, offers } = answer(text, "gpt-5.6-luna");
    expect(all).toMatchObject([
      { kind: "too-large", model: "gpt-5.6-luna", limit: 200_000, requested: 208_334 },
      { kind: "too-large", model: "gpt-5.6-luna", limit: 200_000, requested: 208_385 },
    ]);
    expect(finding).toMatch(/^Can never run/);
    expect(checks).toMatch(/goes by 500,000, tier 1’s; no usage tier publishes 200,000: .* own, and that one holds/);
    expect(offers).toEqual([[{ model: "gpt-5.6-luna", limits: { tpm: 200_000 } }]]);
  },
  "429-tpm-wait-of-hours.txt": (text) => {
    const { all, remarks } = answer(text, "gpt-4o-mini");
    expect(all).toMatchObject([{ per: "month", misnamed: "minute", short: 2_012, statedMs: 52_151_040, agrees: true }]);
    expect(remarks).toMatch(/2,012 ÷ 100,000 × 30 days = 52,151\.04 s, the stated 14 h 29 min 11\.04 s/);
    expect(remarks).toMatch(/Were it a minute, the wait would be 1\.207 s/);
  },
  "429-wrapped-with-usage-line.txt": (text) => {
    const { all, remarks } = answer(text, "gpt-5");
    expect(all).toMatchObject([
      { model: "gpt-5", limit: 40_000_000, used: 40_000_000, requested: 19_304, statedMs: 28, agrees: true },
    ]);
    expect(remarks).toMatch(/0\.028956 s; the stated 28 ms agrees/);
  },
  "realtime-rate-limits-updated.json": (text) => {
    const { all, remarks } = answer(text, "gpt-5");
    expect(all).toMatchObject([
      {
        kind: "headers",
        event: true,
        limits: [
          { counts: "requests", limit: 5_000, used: 1, agrees: true },
          { counts: "tokens", limit: 20_000, used: 4_518, statedMs: 13_554, impliedMs: 13_554, agrees: true },
        ],
      },
    ]);
    expect(remarks).toMatch(/4,518 = 4,096 \+ 422/);
  },
};

describe("refusals from the field", () => {
  if (!existsSync(FOLDER)) {
    it("need a folder that is not part of the project", ({ skip }) => skip(`there is no ${FOLDER}`));
    return;
  }
  it.each(readdirSync(FOLDER).filter((file) => /^(?:4\d\d|realtime)-/.test(file)))("%s", (file) => {
    expect(Object.keys(ANSWERS), "no right answer is known").toContain(file);
    ANSWERS[file]!(readFileSync(`${FOLDER}/${file}`, "utf8"));
  });
});
