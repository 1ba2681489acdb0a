import { faultsOfFormula, faultsOfSource, openEveryWorking } from "@/tests/support/e2e/figures";
import { SCENARIOS } from "@/tests/support/e2e/links";
import { expect, openPlanner, test } from "@/tests/support/e2e/test";

// Every figure of the page opens its working; its formula, computed by another hand, gives the figure. The formulas of
// all other scenarios are computed in tests/property/laws-view.test.ts.

let methodIds: ReadonlySet<string>;
test.beforeEach(async ({ request }) => {
  const method = await (await request.get("/method")).text();
  methodIds = new Set([...method.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!));
});

const VISITS: Readonly<Record<"@desktop" | "@phone", readonly (keyof typeof SCENARIOS)[]>> = {
  "@desktop": [
    "the o1-mini example",
    "retries, peaks and the larger of input and cap",
    "a budget with room",
    "the prices of another day",
  ],
  "@phone": ["the worked example", "a model of one’s own", "batch only", "a request that can never run"],
};

for (const [tag, names] of Object.entries(VISITS)) {
  const links = names.map((name) => [name, SCENARIOS[name]] as const);
  test(`the working of each figure: ${links.map(([name]) => name).join("; ")}`, { tag }, async ({ page }) => {
    test.setTimeout(120_000);
    for (const [name, link] of links) {
      await openPlanner(page, link);
      const opened = await openEveryWorking(page);
      expect(opened.length, name).toBeGreaterThan(20);
      const faults = opened.flatMap((one) => [...faultsOfFormula(one), ...faultsOfSource(one, methodIds)]);
      expect(faults, name).toEqual([]);
    }
  });
}
