import {
  test as base,
  expect,
  type BrowserContext,
  type ConsoleMessage,
  type Page,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
} from "@playwright/test";
import { O1_MINI_LINK } from "@/tests/support/make/o1-mini-example";
import { slowDown, untilIdle, untilTakenOver } from "./ready";

interface Watched {
  /** Whether the window is a phone’s: Firefox has no mobile form. */
  isPhone: boolean;
  /** What a page may say on the console here: a page that is not found says so. */
  tolerated: RegExp | null;
  /** Fails the test if any page of it complained or reached out. */
  quiet: void;
}

/**
 * A test of what a person sees. It fails on console warnings and errors, uncaught errors, breaches of the
 * page's policy, and requests to another origin.
 */
export const test = base.extend<Watched>({
  isPhone: ({ viewport }, give) => give(viewport!.width < 640),
  page: async ({ page }, give) => {
    await slowDown(page);
    await give(page);
  },
  tolerated: [null, { option: true }],
  quiet: [
    async ({ context, baseURL, tolerated }, use) => {
      const complaints = await watch(context, new URL(baseURL!).origin);
      await use();
      expect(
        complaints.filter((message) => !tolerated?.test(message)),
        "what the pages complained of",
      ).toEqual([]);
    },
    { auto: true },
  ],
});

type Browser = PlaywrightWorkerArgs & PlaywrightWorkerOptions;

/** What a test of the clipboard uses: Firefox is told when it starts, and knows no such permission. */
export const CLIPBOARD = {
  permissions: ({ browserName }: Browser, give: (permissions: string[]) => Promise<void>) =>
    give(browserName === "chromium" ? ["clipboard-read", "clipboard-write"] : []),
};

async function watch(context: BrowserContext, origin: string): Promise<string[]> {
  const complaints: string[] = [];
  const hear = (message: ConsoleMessage) => {
    // Playwright’s own words where it blocks service workers.
    if (message.text() === "Service Worker registration blocked by Playwright") return;
    if (["warning", "error", "assert"].includes(message.type()))
      complaints.push(`console ${message.type()}: ${message.text()} ${message.location().url}`);
  };
  context.on("console", hear);
  context.on("weberror", (error) => complaints.push(`uncaught: ${error.error().message}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (!["data:", "blob:"].includes(url.protocol) && url.origin !== origin)
      complaints.push(`a request to ${url.href}`);
  });
  await context.addInitScript(enterAsBrowser);
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
      console.error(`policy breached: ${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
  // E2E_FONT="DejaVu Serif" npx playwright test layout: no font of the system may matter.
  const { E2E_FONT } = process.env;
  if (E2E_FONT)
    await context.addInitScript((font) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`:root { --sans: "${font}" !important; }`);
      document.adoptedStyleSheets = [sheet];
    }, E2E_FONT);
  return complaints;
}

/**
 * Has `fill` enter a text as a browser does. A Firefox driven by WebDriver BiDi has no call for it; what Playwright
 * puts in its place sets the value of the field, of which React hears nothing, and which no undo takes back.
 */
function enterAsBrowser(): void {
  Object.defineProperty(window, "__pw_bidiInsertText", {
    get: () => (text: string) => void document.execCommand("insertText", false, text),
    set: () => undefined,
  });
}

/** Has the browser have worked on `link` last. */
export async function haveWorkedOn(page: Page, link: string): Promise<void> {
  await page.addInitScript((link) => {
    try {
      localStorage["headroom"] ??= JSON.stringify({ saved: [], recent: [link] });
    } catch {
      // A page without storage keeps nothing; in Firefox the empty page before the first is one.
    }
  }, link);
}

/** Opens the planner on the o1-mini example, as the scenario that this browser worked on last. */
export async function gotoExample(page: Page): Promise<void> {
  await haveWorkedOn(page, O1_MINI_LINK);
  await page.goto(O1_MINI_LINK);
}

const goto = (page: Page, link: string | null) => (link === null ? gotoExample(page) : page.goto(link));

/**
 * Opens the planner, on the o1-mini example if no link is given, and waits until its editor answers; what lies below
 * the verdict may not yet.
 */
export async function openEditor(page: Page, link: string | null = null): Promise<void> {
  await goto(page, link);
  await untilTakenOver(page, "#title");
}

/**
 * Opens the planner, on the o1-mini example if no link is given, and waits until it answers: React has taken over the
 * editor, and everything below the verdict.
 */
export async function openPlanner(page: Page, link: string | null = null): Promise<void> {
  await goto(page, link);
  await page.waitForFunction(() => {
    // The page’s scripts come with the first sign of a person.
    dispatchEvent(new Event("wheel"));
    return ["#title", "main h2 + div [data-work]", "#compare tbody [data-work]"].every((part) =>
      Object.keys(document.querySelector(part) ?? {}).some((key) => key.startsWith("__reactProps")),
    );
  });
  await untilIdle(page);
}

const NO_NUMBER = /NaN|undefined|Infinity|\[object|\bnull\b|\d[eE][+-]?\d/;
const NO_PRICE = /\$0(?![.\d,])|\$0\.0+(?!\d)/;

/** Texts with a number that is none, or a price of nothing; the axis of a drawn chart begins at $0. */
export const nonsenseIn = (texts: readonly string[], drawn: readonly string[]): string[] => [
  ...[...texts, ...drawn].filter((text) => NO_NUMBER.test(text)),
  ...texts.filter((text) => NO_PRICE.test(text)),
];

/**
 * Checks that nothing on the page is a number that is none, and that no price is nothing: for scenarios in
 * which everything costs something.
 */
export async function expectNoNonsense(page: Page): Promise<void> {
  const [words, drawn] = await page.evaluate(() => {
    const found: [string[], string[]] = [[], []];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (parentElement!.checkVisibility()) found[parentElement!.closest("svg") ? 1 : 0].push(textContent!);
    }
    return found;
  });
  expect(nonsenseIn(words, drawn)).toEqual([]);
}

export { expect };
