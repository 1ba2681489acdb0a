import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { MODELS, SOURCES, type Model, type PriceRow } from "@/lib/catalogue";
import { outdated, staleFacts, unexplained, wrongVersions } from "@/lib/catalogue/build/checks.mjs";
import { dayFrom, root } from "@/lib/catalogue/build/command.mjs";
import { differences } from "@/lib/catalogue/build/compare.mjs";
import { half, price, ratio } from "@/lib/catalogue/build/decimals.mjs";
import { listed } from "@/lib/catalogue/build/derive.mjs";
import { EXPLAINED } from "@/lib/catalogue/build/hand-kept.mjs";
import { derivedFiles, derivedOn } from "@/lib/catalogue/build/files.mjs";
import { limitGroups, readModels, readPackages, type Packages } from "@/lib/catalogue/build/sources.mjs";

let packages: Packages;
beforeAll(async () => {
  packages = await readPackages(root);
});

describe("the derived files", () => {
  it("are what a refresh writes, and a refresh writes the same twice", () => {
    const files = derivedFiles(packages, root, derivedOn(root));
    expect(outdated(files, (path) => readFileSync(path, "utf8"))).toEqual([]);
    expect(derivedFiles(packages, root, derivedOn(root))).toEqual(files);
  });

  it("are found out of date by one changed character, or missing", () => {
    const files = [
      { path: "a.ts", text: "1" },
      { path: "b.ts", text: "2" },
    ];
    expect(outdated(files, (path) => (path === "a.ts" ? "1 " : undefined))).toEqual([
      "a.ts is not what npm run catalogue:refresh writes",
      "b.ts is not what npm run catalogue:refresh writes",
    ]);
  });

  it("name the installed versions, and so do the sources", () => {
    expect(wrongVersions(packages.versions, SOURCES)).toEqual([]);
    expect(wrongVersions({ ...packages.versions, prices: "@pydantic/genai-prices 0.2.0" }, SOURCES)).toEqual([
      "source genai-prices does not name @pydantic/genai-prices 0.2.0",
    ]);
  });
});

describe("differences from the packages", () => {
  it("are all explained, and every explanation is needed", () => {
    expect(unexplained(differences(packages, MODELS))).toEqual([]);
  });

  const withStandard = (rows: readonly PriceRow[], change: Partial<PriceRow["prices"]["standard"]>) =>
    rows.map((row) => ({ ...row, prices: { ...row.prices, standard: { ...row.prices.standard, ...change } } }));
  const changed = (id: string, change: (model: { -readonly [K in keyof Model]: Model[K] }) => void) =>
    MODELS.map((model) => {
      if (model.id !== id) return model;
      const copy = structuredClone(model);
      change(copy);
      return copy;
    });

  it.each<[string, readonly Model[], string]>([
    [
      "a price",
      changed("gpt-5", (model) => (model.prices = withStandard(model.prices, { output: "11.00" }))),
      "gpt-5, output from 2025-08-07: 10.00 in the package, 11.00 here, and no reason is given",
    ],
    [
      "a threshold",
      changed(
        "gpt-5.4",
        (model) =>
          (model.prices = [
            { ...model.prices[0]!, longContext: { fromInputTokens: 272_001, inputTimes: "2", outputTimes: "1.5" } },
          ]),
      ),
      "gpt-5.4, longContext from 2026-03-05: 272000, 2, 1.5 in the package, 272001, 2, 1.5 here, and no reason is given",
    ],
    [
      "a limit",
      changed(
        "o1",
        (model) => (model.limits = model.limits.map((row) => (row.usageTier === 3 ? { ...row, tpm: 1 } : row))),
      ),
      "o1, tpm at tier 3: 800000 in the package, 1 here, and no reason is given",
    ],
    [
      "a daily limit",
      changed("gpt-4", (model) => (model.limits = model.limits.map(({ rpd: _, ...row }) => row))),
      "gpt-4, rpd at tier 1: 10000 in the package, none here, and no reason is given",
    ],
    [
      "a window",
      changed("gpt-4o", (model) => (model.contextWindow = 1)),
      "gpt-4o, contextWindow: 128000 in the package, 1 here, and no reason is given",
    ],
    [
      "a dearer snapshot",
      changed("gpt-4o", (model) => (model.snapshots = [...model.snapshots, "gpt-4o-2024-05-13"])),
      "gpt-4o, price of gpt-4o-2024-05-13: gpt-4o-2024-05-13 in the package, gpt-4o here, and no reason is given",
    ],
    [
      "a missing model",
      MODELS.filter(({ id }) => id !== "o3-pro"),
      "o3-pro, model: there in the package, none here, and no reason is given",
    ],
    [
      "a difference that went away",
      changed("o3", (model) => (model.prices = withStandard(model.prices, { cachedInput: "0.50" }))),
      "o3, cachedInput from 2025-04-16: 0.50 in the package, 2.50 here: explained, but no longer so",
    ],
  ])("%s is found", (_, models, finding) => {
    expect(unexplained(differences(packages, models))).toContain(finding);
  });

  it("each carries a reason in words", () => {
    for (const { reason } of EXPLAINED) expect(reason.length).toBeGreaterThan(20);
  });
});

describe("age", () => {
  const checkedOn = (day: string) => (key: string, value: unknown) => (key === "checkedOn" ? day : value);
  const o1Mini = JSON.parse(JSON.stringify(MODELS[0], checkedOn("2026-11-23"))) as Model;
  const facts = { models: [o1Mini], others: { cards: [{ checkedOn: "2026-11-23" }] } };

  it.each([
    ["2027-01-07", []],
    ["2027-01-08", ["o1-mini prices: last checked on 2026-11-23, more than 45 days before 2027-01-08"]],
  ])("on %s: %j", (day, findings) => expect(staleFacts(facts, day)).toEqual(findings));

  it("of limits and cards ends after 90 days", () => {
    expect(staleFacts(facts, "2027-02-21").map((finding) => finding.split(":")[0])).toEqual(["o1-mini prices"]);
    expect(staleFacts(facts, "2027-02-22").map((finding) => finding.split(":")[0])).toEqual([
      "o1-mini window",
      "o1-mini prices",
      "o1-mini limits",
      "o1-mini retirement",
      "o1-mini batchSupport",
      "cards",
    ]);
  });
});

describe("reading the packages", () => {
  it("takes the types off and keeps every constant", async () => {
    const { configs, specs } = await readModels(
      [
        'import type { ModelConfig } from "./x.js"',
        "const a_1_config = {",
        "  name: 'a-1', rate_limits: { tier_1: { rpm: 5e2 } },",
        "} as const satisfies ModelConfig",
        "const a_1_spec = {",
        "  name: 'a-1', knowledge_cutoff: new Date(0),",
        "} as const satisfies ModelSpec",
        "export {a_1_spec as 'a-1'}",
      ].join("\n"),
    );
    expect(configs).toEqual([{ name: "a-1", rate_limits: { tier_1: { rpm: 500 } } }]);
    expect(specs).toEqual([{ name: "a-1", knowledge_cutoff: new Date(0) }]);
  });

  it("takes the groups of ordinary and of long requests and refuses to guess one", () => {
    const group = (name: string) => ({ name, rate_limits: {} });
    const config = { name: "a", type: "chat", current_snapshot: "a", snapshots: [] };
    expect(limitGroups({ ...config, rate_limits: [group("Long Context"), group("Standard")] })).toEqual({
      standard: {},
      long: group("Long Context"),
    });
    expect(limitGroups({ ...config, rate_limits: [group("default")] })).toEqual({ standard: {} });
    expect(() => limitGroups({ ...config, rate_limits: [group("Fast")] })).toThrow("a: limits for Fast");
    expect(() => limitGroups({ ...config, rate_limits: [group("Standard"), group("Fast")] })).toThrow(
      "a: limits for Standard, Fast",
    );
  });

  it.each<[string, Parameters<typeof listed>[1], string]>([
    [
      "a factor that is not 2",
      {
        input_mtok: { base: 5, tiers: [{ start: 9, price: 11 }] },
        output_mtok: { base: 1, tiers: [{ start: 9, price: 1.5 }] },
      },
      "5 over the threshold is 11, not 2 times as much",
    ],
    [
      "two thresholds",
      {
        input_mtok: { base: 5, tiers: [{ start: 9, price: 10 }] },
        output_mtok: { base: 1, tiers: [{ start: 8, price: 1.5 }] },
      },
      "not every price changes at one threshold",
    ],
    [
      "a threshold for input only",
      { input_mtok: { base: 5, tiers: [{ start: 9, price: 10 }] }, output_mtok: 1 },
      "not every price changes at one threshold",
    ],
    ["no input price", { output_mtok: 5 }, "no price for input"],
  ])("refuses %s", (_, amounts, message) => expect(() => listed("a", amounts)).toThrow(message));

  it("writes prices exactly", () => {
    expect([price(0.1), price(10), price(0.0375), half("0.025"), half(0.0875), half("1.25")]).toEqual([
      "0.10",
      "10.00",
      "0.0375",
      "0.0125",
      "0.04375",
      "0.625",
    ]);
    expect([ratio(22.5, 15), ratio("10", "5"), ratio(11, 5), ratio(1, 3)]).toEqual(["1.5", "2", "2.2", null]);
  });
});

describe("the check as a command", () => {
  it("ends with 1 and names what is too old", () => {
    const { status, stderr } = spawnSync(process.execPath, ["lib/catalogue/build/check.mjs", "--on", "2100-01-01"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(stderr).toMatch(
      /^o1-mini window: last checked on 20\d\d-\d\d-\d\d, more than 90 days before 2100-01-01\no1-mini prices: .* more than 45 days/,
    );
    expect(status).toBe(1);
  });

  it("takes a day, and no half of one", () => {
    expect(dayFrom(["node", "check.mjs", "--on", "2026-12-01"])).toBe("2026-12-01");
    for (const day of ["2026-13-01", "1 Dec", ""])
      expect(() => dayFrom(["--on", day])).toThrow("--on takes a day written YYYY-MM-DD");
    expect(dayFrom([])).toMatch(/^20\d\d-\d\d-\d\d$/);
  });
});
