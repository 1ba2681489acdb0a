import { test as http, type APIRequestContext } from "@playwright/test";
import { expect } from "@/tests/support/e2e/test";

// What the server sends for each page, looked at without a browser.

const PAGES = ["/", "/traffic", "/backlog", "/import", "/models", "/models/o1-mini", "/method", "/api"];

/** The classes of style sheets beside components: Next.js puts a hash before their names. */
const classesIn = (html: string): string[] => [
  ...new Set(
    [...html.replace(/<script.*?<\/script>/gs, "").matchAll(/ class="([^"]*)"/g)]
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
