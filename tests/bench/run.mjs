// npm run bench: how fast it is, as ratios and times of one run. They inform and never fail: the exit code is 0.
// Parts by name, as in npm run bench -- engine keys: engine ranges compare links usage traffic server threads workers
// sizes loads keys page lighthouse
import { spawn } from "node:child_process";
import { build, install, next, root } from "../../start.mjs";
import { freePort } from "../support/e2e/free-port.mjs";

/** @typedef {import("./measure.mjs").Row} Row */

await install();
const wanted = process.argv.slice(2);
const wants = (/** @type {string} */ part) => wanted.length === 0 || wanted.includes(part);

console.log("target, minimum, median\n");
const { loadBundle } = await import("../../lib/catalogue/build/bundle.mjs");
const lib = await loadBundle({
  estimate: "lib/estimate",
  compare: "lib/compare",
  ranges: "lib/ranges",
  scenario: "lib/scenario",
  link: "lib/link",
  api: "lib/api",
  usage: "lib/usage",
});
await part("engine", async () => (await import("./engine.mjs")).benchEstimate(lib));
await part("ranges", async () => (await import("./engine.mjs")).benchRanges(lib));
await part("compare", async () => (await import("./engine.mjs")).benchCompare(lib));
await part("links", async () => (await import("./engine.mjs")).benchLinks(lib));
await part("usage", async () => (await import("./usage.mjs")).benchUsage(lib));
await part("tokens", async () =>
  (await import("./tokens.mjs")).benchTokens(await loadBundle({ tokens: "lib/tokens" })),
);
await part("traffic", async () => (await import("./traffic.mjs")).benchTraffic());

if (["server", "threads", "workers", "sizes", "loads", "keys", "page", "lighthouse"].some(wants)) {
  if (!(await build({ quiet: true })).ok) console.log("The build failed, so nothing of the page was measured.");
  else {
    const server = await serve();
    try {
      await part("server", async () => (await import("./http.mjs")).benchServer(server.origin, lib.scenario));
      await part("threads", async () => (await import("./http.mjs")).benchThreads(server.origin));
      await part("workers", async () => (await import("./workers.mjs")).benchWorkers(server.origin));
      await part("sizes", async () => (await import("./http.mjs")).benchSizes(server.origin));
      await part("loads", async () => (await import("./loads.mjs")).benchLoads(server.origin));
      await part("keys", async () => (await import("./keypress.mjs")).benchKeys(server.origin, lib));
      await part("page", async () => (await import("./compare-page.mjs")).benchComparePage(server.origin, lib));
      await part("lighthouse", async () =>
        (await import("./lighthouse.mjs")).benchLighthouse(server.origin, [
          "/",
          "/traffic",
          "/compare",
          "/import",
          "/models/o1-mini",
        ]),
      );
    } finally {
      server.stop();
    }
  }
}
process.exit(0);

/** Measures one part and prints its rows. @param {string} name @param {() => Promise<Row[]>} work */
async function part(name, work) {
  if (!wants(name)) return;
  try {
    for (const { name: what, target, min, median, pass, more } of await work()) {
      const judged = pass === null ? "" : pass ? "pass" : "MISS";
      console.log(
        `${what.padEnd(46)} ${target.padEnd(14)} ${min.padEnd(12)} ${median.padEnd(12)} ${judged.padEnd(5)}${more ?? ""}`,
      );
    }
  } catch (error) {
    console.log(
      `${name.padEnd(46)} could not be measured: ${error instanceof Error ? error.message.split("\n")[0] : error}`,
    );
  }
}

/** One server process of the built site. @returns {Promise<{ origin: string, stop: () => void }>} */
async function serve() {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, [next, "start", "--port", String(port)], {
    cwd: root,
    stdio: "ignore",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  process.on("exit", () => child.kill());
  for (let tries = 0; tries < 100; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if ((await fetch(`${origin}/favicon.svg`).catch(() => null))?.ok) return { origin, stop: () => child.kill() };
  }
  throw new Error("the server did not start");
}
