import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * Checks the page by the rules of WCAG 2.2 AA that a machine can check. `within`: what lies over the page,
 * whose rest was looked at without it. `contrast: false` where the same page in other words was looked at for
 * its colours, which takes most of the time.
 */
export async function expectAccessible(page: Page, within = "html", { contrast = true } = {}): Promise<void> {
  // A target under the header that stays would seem too small.
  await page.evaluate(() => scrollTo(0, 0));
  const axe = new AxeBuilder({ page })
    // What is right needs no list of places.
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    // All in the page itself: there are no frames to bring together.
    .setLegacyMode();
  if (!contrast) axe.disableRules("color-contrast");
  const { violations } = await axe.include(within).analyze();
  expect(
    violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(" ")} ${failureSummary}`).join("\n")}`,
    ),
  ).toEqual([]);
}
