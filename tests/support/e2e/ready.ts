import { expect as patient, type Page } from "@playwright/test";

/** When a page answers. A test waits for what it needs, never for a time or for a quiet network. */

/** An expectation that gives up soon, to be tried again. */
const soon = patient.configure({ timeout: 1000 });

/** Waits until React has taken over the first element of each selector, and has run the effects of it. */
export async function untilTakenOver(page: Page, ...selectors: readonly string[]): Promise<void> {
  await page.waitForFunction((all) => {
    // A page’s scripts come with the first sign of a person.
    dispatchEvent(new Event("wheel"));
    return all.every((selector) =>
      Object.keys(document.querySelector(selector) ?? {}).some((key) => key.startsWith("__reactProps")),
    );
  }, selectors);
  await untilIdle(page);
}

/** Waits until the page has done what it had to do: the effects of what was drawn. */
export async function untilIdle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => requestIdleCallback(resolve))));
}

/**
 * Does `act` until what it does is `seen`: a press is lost before the script that listens to it has come. Where it is
 * heard, it must be seen within a second, or `act` must do no harm twice.
 */
export async function untilSeen(
  act: () => Promise<unknown>,
  seen: (expect: typeof soon) => Promise<unknown>,
): Promise<void> {
  await patient(async () => {
    await act();
    await seen(soon);
  }).toPass();
}

/** From now on holds back every script the page asks for, until what is returned is called. */
export async function holdScripts(page: Page): Promise<() => void> {
  let arrive = () => undefined as void;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/\.js(\?|$)/, async (route) => {
    await arrived;
    await route.continue();
  });
  return arrive;
}

/**
 * Makes a page as slow as a machine that is so many times slower: E2E_SLOW=6 npx playwright test finds the tests that
 * hold only where scripts come faster than a press.
 */
export async function slowDown(page: Page): Promise<void> {
  const rate = Number(process.env["E2E_SLOW"] ?? 1);
  if (!(rate > 1) || page.context().browser()?.browserType().name() !== "chromium") return;
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}
