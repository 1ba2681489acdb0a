import { faultsOfFormula, faultsOfSource, openEveryWorking } from "@/tests/support/e2e/figures";
import { manyWorkloads, SCENARIOS } from "@/tests/support/e2e/links";
import { expect, openPlanner, test } from "@/tests/support/e2e/test";

// Every figure of the page opens its working; its formula, computed by another hand, gives the figure.

let methodIds: ReadonlySet<string>;
test.beforeEach(async ({ request }) => {
  const method = await (await request.get("/method")).text();
  methodIds = new Set([...method.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!));
});

const LINKS: readonly (readonly [name: string, link: string])[] = [
  ...Object.entries(SCENARIOS),
  ["twenty workloads", manyWorkloads(20)],
];

for (const visit of [0, 1, 2, 3]) {
  const links = LINKS.filter((_, n) => n % 4 === visit);
  const tag = visit % 2 === 0 ? "@desktop" : "@phone";
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
