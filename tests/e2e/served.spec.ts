import { test as http, type APIRequestContext } from "@playwright/test";
import { SCENARIOS } from "@/tests/support/e2e/links";
import { words } from "@/tests/support/e2e/planner";
import { expect, nonsenseIn } from "@/tests/support/e2e/test";

// What the server sends for each page, looked at without a browser.

const PAGES = ["/", "/compare", "/forecast", "/traffic", "/backlog", "/import"].concat([
  "/models",
  "/models/o1-mini",
  "/method",
  "/api",
]);

/** The HTML without what is never drawn: scripts, and the comments between pieces of one text. */
const drawn = (html: string): string =>
  html.replace(/^.*?<body/s, "<body").replace(/<script.*?<\/script>|<template.*?<\/template>|<!--.*?-->/gs, "");

const CHARACTERS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

/** The texts between tags, in order. */
const textsOf = (html: string): string[] =>
  html
    .split(/<[^>]*>/)
    .filter(Boolean)
    .map((text) => text.replace(/&([a-z]+|#x27);/g, (_, name: string) => CHARACTERS[name]!));

/** The classes of style sheets beside components: Next.js puts a hash before their names. */
const classesIn = (html: string): string[] => [
  ...new Set(
    [...drawn(html).matchAll(/ class="([^"]*)"/g)]
      .flatMap(([, names]) => names!.split(" "))
      .filter((name) => /^[\w-]+_[a-z]\w*$/.test(name)),
  ),
];

async function stylesOf(request: APIRequestContext, html: string): Promise<string> {
  const links = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href!);
  const sheets = await Promise.all(links.map(async (href) => (await request.get(href)).text()));
  return sheets.join("\n");
}

http("the HTML of a page links the styles of all that stands in it", async ({ request }) => {
  for (const path of PAGES) {
    const html = await (await request.get(path)).text();
    const styles = await stylesOf(request, html);
    const classes = classesIn(html);
    expect(classes.length, path).toBeGreaterThan(5);
    expect(
      classes.filter((name) => !styles.includes(`.${name}`)),
      path,
    ).toEqual([]);
  }
});

http("every page carries its headers", async ({ request }) => {
  for (const path of PAGES) {
    const headers = (await request.get(path)).headers();
    expect(headers["content-security-policy"], path).toMatch(
      /^default-src 'none'; script-src 'self' 'nonce-[A-Za-z0-9+/=]+'; /,
    );
    expect(headers["content-security-policy"], path).not.toContain("unsafe-eval");
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["x-frame-options"], path).toBe("DENY");
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
});

http(
  "a pasted link shows its verdict: each page with a scenario names its picture, by an address of its own",
  async ({ request }) => {
    const query = SCENARIOS["a budget that is over"].slice(1);
    for (const path of ["/", "/compare", "/forecast", "/traffic", "/backlog"]) {
      const headers = { "x-forwarded-host": "headroom.example", "x-forwarded-proto": "https" };
      const html = await (await request.get(path + query, { headers })).text();
      const meta = (key: string) => {
        const [, content = ""] = new RegExp(`<meta (?:name|property)="${key}" content="([^"]*)"`).exec(html) ?? [];
        return content.replaceAll("&amp;", "&");
      };
      const url = new URL(meta("og:image"));
      expect(url.origin, path).toBe("https://headroom.example");
      expect(meta("og:image:alt")).toMatch(
        /^Chat: Does not fit tier.3\. Monthly usage binds first: spent in .* a month/,
      );
      expect([meta("og:image:width"), meta("og:image:height")]).toEqual(["1200", "630"]);
      expect(meta("twitter:card")).toBe("summary_large_image");
      const picture = await request.get(url.pathname + url.search, { maxRedirects: 0 });
      expect([picture.status(), picture.headers()["content-type"]], path).toEqual([200, "image/png"]);
      expect(picture.headers()["cross-origin-resource-policy"]).toBe("cross-origin");
    }
  },
);

http("a link within the planner leads to a place that is there", async ({ request }) => {
  for (const link of [
    ...Object.values(SCENARIOS),
    "/?v=1&asOf=2026-11-23&tier=9&budget=1&w=Chat:o1-mini+60/m+i12,5+v100+k50&w=Night:o3-mini+b+9/m+i100",
  ]) {
    const html = drawn(await (await request.get(link)).text());
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!));
    const places = [...html.matchAll(/<a [^>]*href="#([^"]*)"/g)].map(([, place]) => decodeURIComponent(place!));
    expect(places.length, link).toBeGreaterThan(0);
    expect(
      places.filter((place) => !ids.has(place)),
      link,
    ).toEqual([]);
  }
});

http("each kind of verdict in its own words", async ({ request }) => {
  for (const [name, text] of [
    [
      "a model of one’s own",
      "Does not fit tier 2. Its $500 monthly usage limit is spent in 4.3 hours. No usage tier fits.",
    ],
    ["one’s own prices, limits and usage limit", "Does not fit tier 3. "],
    ["a budget with room", "Fits tier 5. "],
    ["a request that can never run", "Can never run. One o1 request is charged 67,036 tokens; tier 1 holds 30,000."],
    [
      "a request past every size",
      "Can never run. One o1-mini request takes 280,500 tokens; its context window holds 128,000.",
    ],
    [
      "a limit that is not published",
      "Cannot be told at tier 2. OpenAI publishes no batch queue for o1-mini there; enter your own.",
    ],
    [
      "a day before the model was sold",
      "Cannot be told at tier 3. o1-mini has no price on 1 Jan 2024; its first is of 12 Sep 2024.",
    ],
    ["the Free tier", "Does not fit Free. o1-mini and o3-mini are not offered there."],
    ["a model nobody knows", "Cannot be told at tier 2. gpt-9 has no price; enter your own."],
    ["nothing to pay and nothing asked", "Fits tier 1. "],
  ] as const) {
    const html = drawn(await (await request.get(SCENARIOS[name])).text());
    const verdict = textsOf(/<h1[ >].*?<\/h1>/s.exec(html)![0])
      .join("")
      .replace(/\s+/g, " ");
    expect(verdict, name).toMatch(words(text));
  }
});

http("unknown is a dash and words, never a price of nothing", async ({ request }) => {
  for (const name of [
    "a day before the model was sold",
    "a model nobody knows",
    "a limit that is not published",
    "a request that can never run",
    "the Free tier",
    "tiny prices only",
    "as much as there can be",
  ] as const) {
    const html = drawn(await (await request.get(SCENARIOS[name])).text());
    const [graphic, rest] = [html.match(/<svg.*?<\/svg>/gs) ?? [], html.replace(/<svg.*?<\/svg>/gs, "<svg/>")];
    expect(nonsenseIn(textsOf(rest), graphic.flatMap(textsOf)), name).toEqual([]);
  }
});
