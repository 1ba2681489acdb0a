// What one server process answers, and what a first visit costs over the wire.
import { Agent, request } from "node:http";
import { round } from "./measure.mjs";
import { scenarioOf } from "./scenarios.mjs";

/** @typedef {import("./measure.mjs").Row} Row */

const beats = new Agent({ keepAlive: true, maxSockets: 8 });

/**
 * @param {string} url
 * @param {{ body?: string, headers?: Record<string, string>, agent?: Agent }} [options]
 * @returns {Promise<{ status: number, bytes: number, text: string }>} `bytes` as they came over the wire
 */
function fetchRaw(url, { body, headers = {}, agent = beats } = {}) {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        agent,
        method: body === undefined ? "GET" : "POST",
        headers: body === undefined ? headers : { "Content-Type": "application/json", ...headers },
      },
      (answer) => {
        /** @type {Buffer[]} */
        const chunks = [];
        answer.on("data", (chunk) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () => {
          const whole = Buffer.concat(chunks);
          resolve({
            status: answer.statusCode ?? 0,
            bytes: whole.length,
            text: headers["Accept-Encoding"] ? "" : whole.toString("utf8"),
          });
        });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

/**
 * 500 and 2,000 estimates of five workloads a second for some seconds, each sent on its own beat, none waiting for
 * another.
 * @param {string} origin
 * @param {any} scenario the exports of lib/scenario
 * @param {{ seconds?: number }} [options]
 * @returns {Promise<Row[]>}
 */
export async function benchServer(origin, scenario, { seconds = 6 } = {}) {
  const body = JSON.stringify(scenarioOf(5, scenario));
  const sockets = new Agent({ keepAlive: true, maxSockets: 64 });
  const once = async (agent = beats) => {
    const start = performance.now();
    const { status, text } = await fetchRaw(`${origin}/api/v1/estimate`, { body, agent }).catch(() => ({
      status: 0,
      text: "",
    }));
    return { ok: status === 200 && text.startsWith("{") && text.endsWith("}"), ms: performance.now() - start };
  };
  for (let i = 0; i < 500; i++) await once();
  // The most it can do: eight at a time, one after the other.
  const most = await Promise.all(
    Array.from({ length: 8 }, async () => {
      let done = 0;
      for (const end = performance.now() + 2000; performance.now() < end; done++) await once();
      return done / 2;
    }),
  );
  const atMost = `at most ${round(
    most.reduce((a, b) => a + b, 0),
    0,
  )} a second`;
  /** @param {number} rate @param {Agent} agent */
  const steady = async (rate, agent) => {
    /** @type {Promise<{ ok: boolean, ms: number }>[]} */
    const sent = [];
    const start = performance.now();
    while (sent.length < seconds * rate) {
      for (const due = ((performance.now() - start) / 1000) * rate; sent.length <= due && sent.length < seconds * rate;)
        sent.push(once(agent));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    const answers = await Promise.all(sent);
    const elapsed = (performance.now() - start) / 1000;
    const failed = answers.filter(({ ok }) => !ok).length;
    const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
    const p99 = times[Math.ceil(times.length * 0.99) - 1] ?? NaN;
    const isMet = failed === 0 && answers.length / elapsed > rate * 0.95;
    const more = `${answers.length} in ${round(elapsed, 1)} s, ${failed} failed, p99 ${round(p99, 1)} ms`;
    return {
      min: `${round(times[0] ?? NaN, 1)} ms`,
      median: `${round(times[times.length >> 1] ?? NaN, 1)} ms`,
      isMet,
      p99,
      more,
    };
  };
  const few = await steady(500, beats);
  const many = await steady(2000, sockets);
  const name = (/** @type {number} */ rate) => `${rate} estimates of five workloads a second`;
  return [
    { ...few, name: name(500), target: "no failure", pass: few.isMet, more: `${few.more}; ${atMost}` },
    { ...many, name: name(2000), target: "p99 < 50 ms", pass: many.isMet && many.p99 < 50 },
  ];
}

/**
 * How long an estimate of one line waits while 20 simulations of 1.9 million requests run; and what more of them get
 * than there is room for.
 * @param {string} origin
 * @returns {Promise<Row[]>}
 */
export async function benchThreads(origin) {
  const workloads = [{ model: "o1-mini", requests: 1300, per: "minute", inputTokens: 1500 }];
  const run = JSON.stringify({ scenario: { workloads }, policy: "queue", horizonMinutes: 1440, seed: 1 });
  const agents = new Agent({ keepAlive: true, maxSockets: 100 });
  const simulate = () => fetchRaw(`${origin}/api/v1/simulate`, { body: run, agent: agents });
  const line = `${origin}/api/v1/estimate?v=1&w=o1-mini+120/m+i1500+v300`;
  for (let i = 0; i < 50; i++) await fetchRaw(line);
  await simulate();
  const start = performance.now();
  let isOver = false;
  const runs = Promise.all(Array.from({ length: 20 }, simulate)).finally(() => (isOver = true));
  const waits = [];
  while (!isOver) {
    const sent = performance.now();
    await fetchRaw(line);
    waits.push(performance.now() - sent);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const failed = (await runs).filter(({ status }) => status !== 200).length;
  const seconds = (performance.now() - start) / 1000;
  waits.sort((a, b) => a - b);
  const many = await Promise.all(Array.from({ length: 60 }, simulate));
  const refused = many.filter(({ status, text }) => status === 503 && JSON.parse(text).error.code === "busy").length;
  const worst = waits.at(-1) ?? NaN;
  return [
    {
      name: "an estimate while 20 simulations run",
      target: "< 50 ms",
      min: `${round(waits[0] ?? NaN, 1)} ms`,
      median: `${round(waits[waits.length >> 1] ?? NaN, 1)} ms`,
      pass: failed === 0 && worst < 50 && refused > 0,
      more: `longest ${round(worst, 1)} ms of ${waits.length}; the 20 took ${round(seconds, 1)} s, ${failed} failed; of 60 at once ${refused} were told to come back`,
    },
  ];
}

/** @param {string} origin @returns {Promise<Row[]>} */
export async function benchSizes(origin) {
  const gzip = { "Accept-Encoding": "gzip" };
  const size = async (/** @type {string} */ path) =>
    (await fetchRaw(new URL(path, origin).href, { headers: gzip })).bytes;
  const total = async (/** @type {Iterable<string | undefined>} */ paths) =>
    (await Promise.all([...new Set(paths)].map((path) => (path ? size(path) : 0)))).reduce((a, b) => a + b, 0);
  const kilo = (/** @type {number} */ bytes) => `${round(bytes / 1000, 1)} kB`;
  const row = (/** @type {string} */ name, /** @type {number} */ bytes, /** @type {number} */ most) => ({
    name,
    target: `≤ ${most / 1000} kB`,
    min: kilo(bytes),
    median: kilo(bytes),
    pass: bytes <= most,
  });
  const rows = [];
  for (const path of PAGES) {
    const html = (await fetchRaw(`${origin}${path}`)).text;
    const css = [...html.matchAll(/<link\b[^>]*rel="stylesheet"[^>]*>/g)].map(
      ([tag]) => /href="([^"]+)"/.exec(tag)?.[1],
    );
    const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)]
      .filter(([tag]) => !/nomodule/i.test(tag))
      .map(([, source]) => source);
    if (path === "/") rows.push(row("HTML and CSS of / over the wire", (await size("/")) + (await total(css)), 38_500));
    rows.push(row(`JavaScript of the first load of ${path}`, await total(scripts), path === "/" ? 160_000 : 175_000));
  }
  return rows;
}

const PAGES = [
  "/",
  "/compare",
  "/forecast",
  "/traffic",
  "/backlog",
  "/import",
  "/models",
  "/models/o1-mini",
  "/method",
];
