import { describe, expect, it } from "vitest";
import { decodeLink, encodeLink } from "@/lib/link";
import { parseLimits } from "@/lib/refusal";
import { EXAMPLE, type Scenario } from "@/lib/scenario";
import { ownLimitsView, withOwnLimits } from "@/lib/view/refusal";

const scenario = (models: readonly string[], change: Partial<Scenario> = {}): Scenario => ({
  ...EXAMPLE,
  usageTier: 1,
  workloads: models.map((model) => ({ ...EXAMPLE.workloads[0]!, model })),
  ...change,
});
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const view = (text: string, one: Scenario, choice = {}) => {
  const { rows, errors, remarks, asksTpd, asksModel } = ownLimitsView(parseLimits(text), one, {
    tpdIsDay: false,
    model: null,
    ...choice,
  });
  return {
    rows: rows.map(({ pool, limit, today, read, isUsed, isSame, written }) =>
      plain(
        `${pool}${written === pool ? "" : ` (${written})`} ${limit}: ${today} → ${read}${isUsed ? ", used" : ""}${isSame ? ", same" : ""}`,
      ),
    ),
    notes: rows.map(({ note }) => note).filter((note) => note !== ""),
    errors: errors.map(plain),
    remarks: remarks.map(plain),
    asksTpd,
    asksModel,
  };
};
const used = (text: string, one: Scenario, choice = {}) => {
  const all = ownLimitsView(parseLimits(text), one, { tpdIsDay: false, model: null, ...choice });
  return withOwnLimits(
    one,
    all.rows.filter((row) => row.isUsed && !row.isSame),
  ).scenario;
};

describe("limits of a text beside the scenario’s", () => {
  it("of models in use first, snapshots under their catalogue model, today’s with whose it is", () => {
    const one = scenario(["o1-mini", "gpt-5-2025-08-07"], {
      modelOverrides: [{ model: "o1-mini", limits: { rpm: 50 } }],
    });
    const text = "whisper-9 100 RPM\ngpt-5-2025-08-07 700,000 TPM 500 RPM\no1-mini 50 RPM 250,000 TPM";
    expect(view(text, one).rows).toEqual([
      "o1-mini Requests a minute: 50, yours → 50, used, same",
      "o1-mini Tokens a minute: 200,000, tier 1’s → 250,000, used",
      "gpt-5 (gpt-5-2025-08-07) Requests a minute: 500, tier 1’s → 500, used, same",
      "gpt-5 (gpt-5-2025-08-07) Tokens a minute: 500,000, tier 1’s → 700,000, used",
      "whisper-9 Requests a minute: – → 100",
    ]);
    expect(view(text, one).notes).toEqual([
      "not in the catalogue: a model of your own, without a price until you enter one",
    ]);
  });

  it("become its own where they differ: nothing else changes, and a link holds them", () => {
    const one = scenario(["o1-mini", "mine-7"], {
      modelOverrides: [
        { model: "o1-mini", limits: { rpm: 50 }, contextWindow: 64_000 },
        { model: "mine-7", price: { input: "1", output: "2" } },
      ],
    });
    const next = used("o1-mini 250,000 TPM 60 RPM 1,000,000 TPD\nmine-7 9,000 RPM\ngpt-5 1 RPM", one);
    expect(next).toEqual({
      ...one,
      modelOverrides: [
        { model: "o1-mini", contextWindow: 64_000, limits: { rpm: 60, tpm: 250_000, batchQueueTokens: 1_000_000 } },
        { model: "mine-7", price: { input: "1", output: "2" }, limits: { rpm: 9_000 } },
      ],
    });
    expect(decodeLink(encodeLink(next).slice(2))).toMatchObject({ faults: [] });
  });

  it("TPD is the batch queue, or a day’s tokens, as the user says", () => {
    const one = scenario(["o1-mini"]);
    expect(view("o1-mini 90,000 TPD", one)).toMatchObject({
      asksTpd: true,
      rows: ["o1-mini Batch queue, tokens: – → 90,000, used"],
    });
    expect(view("o1-mini 90,000 TPD", one, { tpdIsDay: true }).rows).toEqual([
      "o1-mini Tokens a day: none → 90,000, used",
    ]);
  });

  it("without a model are the only model’s, else the one the user says", () => {
    const text = "x-ratelimit-limit-requests: 700";
    expect(view(text, scenario(["o1-mini"])).remarks).toEqual([
      "Limits without a model are taken as o1-mini’s, the only one here.",
    ]);
    const two = scenario(["o1-mini", "gpt-5"]);
    expect(view(text, two)).toMatchObject({
      rows: [],
      asksModel: ["o1-mini", "gpt-5"],
      remarks: ["Limits without a model: say whose they are."],
    });
    expect(view(text, two, { model: "gpt-5" }).rows).toEqual(["gpt-5 Requests a minute: 500, tier 1’s → 700, used"]);
  });

  it("of two names of one model, the model’s own stands; of project and organisation, the project’s", () => {
    expect(view("gpt-5-2025-08-07 400 RPM\ngpt-5 300 RPM", scenario(["gpt-5"]))).toMatchObject({
      rows: ["gpt-5 Requests a minute: 500, tier 1’s → 300, used"],
      remarks: [
        "gpt-5-2025-08-07 has 400 requests a minute too; 300 stands for gpt-5, since both share one limit here.",
      ],
    });
    const headers = "openai-model: gpt-5\nx-ratelimit-limit-tokens: 500000\nx-ratelimit-limit-project-tokens: 60000";
    expect(view(headers, scenario(["gpt-5"]))).toMatchObject({
      rows: ["gpt-5 Tokens a minute: 500,000, tier 1’s → 60,000, used"],
      remarks: [
        "gpt-5 has 500,000 tokens a minute too; 60,000 stands for gpt-5, the project’s own, since both share one limit here.",
      ],
    });
  });

  it("what is left out is named, with its reason", () => {
    const text = "omni-9-* 5 RPM\ngpt-4.1-long-context 200,000 TPM\ngpt-image-9 5 IPM\ngpt-5 500.000 TPM";
    expect(view(text, scenario(["gpt-5"], { usageTier: "free" }))).toMatchObject({
      rows: [],
      errors: ["Line 4: “500.000” is not read; expected a whole number above 0, such as 500,000, 500K or 4M."],
      remarks: [
        "Left out, since the name cannot be a model’s id here: omni-9-*.",
        "Left out: gpt-4.1-long-context. Limits of long requests are their own, beside the model’s, and a scenario has no place for them.",
        "Left out, as a scenario has no such limits: images a minute.",
      ],
    });
    expect(
      view('{"data":[{"model":"gpt-5","max_requests_per_1_minute":9}],"has_more":true}', scenario(["gpt-5"])).remarks,
    ).toEqual(["It is one page of a longer list (has_more): limits of other models are on the next."]);
    expect(view("gpt-5 9 RPM", scenario(["gpt-5"], { usageTier: "free" })).remarks).toEqual([
      "On Free no limit of your own holds: choose your usage tier, and they do.",
    ]);
    const many = Array.from({ length: 9 }, () => "gpt-5 x -1 RPM").join("\n");
    expect(view(many, scenario(["gpt-5"])).errors.at(-1)).toBe("3 more lines are not read.");
  });

  it("no more than twenty models have figures of their own: the others are named", () => {
    const one = scenario(["o1-mini"]);
    const text = Array.from({ length: 23 }, (_, n) => `mine-${n} ${n + 1} RPM`).join("\n");
    const { rows } = ownLimitsView(parseLimits(text), one, { tpdIsDay: false, model: null });
    const { scenario: next, leftOut } = withOwnLimits(one, rows);
    expect(next.modelOverrides).toHaveLength(20);
    expect(leftOut).toBe(
      "A scenario holds figures of 20 models of your own: no room for mine-20, mine-21 and mine-22.",
    );
  });
});
