import { faultsOfFormula, faultsOfSource, openEveryWorking } from "@/tests/support/e2e/figures";
import { manyWorkloads, SCENARIOS } from "@/tests/support/e2e/links";
import { expect, openPlanner, test } from "@/tests/support/e2e/test";

// Every figure of the page opens its working; its formula, computed by another hand, gives the figure.

let methodIds: ReadonlySet<string>;
test.beforeEach(async ({ request }) => {
  const method = await (await request.get("/method")).text();
  methodIds = new Set([...method.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!));
});

for (const [n, [name, link]] of [
  ...Object.entries(SCENARIOS),
  ["twenty workloads", manyWorkloads(20)] as const,
].entries()) {
  test(`the working of each figure: ${name}`, { tag: n % 2 === 0 ? "@desktop" : "@phone" }, async ({ page }) => {
    await openPlanner(page, link);
    const opened = await openEveryWorking(page);
    expect(opened.length).toBeGreaterThan(20);
    expect(opened.flatMap((one) => [...faultsOfFormula(one), ...faultsOfSource(one, methodIds)])).toEqual([]);
  });
}
