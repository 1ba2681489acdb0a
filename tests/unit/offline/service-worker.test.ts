import { afterEach, expect, it, vi } from "vitest";
import { serviceWorker, type WorkerScope } from "@/app/sw.js/worker";

// The service worker in a scope made up for it: what it keeps, forgets and answers.

const ORIGIN = "https://headroom.example";
const KEPT = {
  build: "two",
  first: ["/_next/static/chunks/a.js", "/", "/models"],
  late: ["/models/o1-mini", "/models?tier=2"],
  also: { "/models/o1-mini-2024-09-12": "/models/o1-mini" },
};

type Answer = (address: string) => Response | Promise<Response>;

/** Pages of build two, and scripts. */
const served: Answer = (address) =>
  new Response(`${address} of two`, {
    headers: { "content-type": address.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8" },
  });

class FakeCaches {
  readonly all = new Map<string, Map<string, string>>();
  readonly has = (name: string) => this.all.has(name);
  readonly keys = async () => [...this.all.keys()];
  readonly delete = async (name: string) => this.all.delete(name);
  readonly open = async (name: string) => {
    const entries = this.all.get(name) ?? new Map<string, string>();
    this.all.set(name, entries);
    return {
      keys: async () => [...entries.keys()].map((address) => ({ url: ORIGIN + address })),
      match: async (address: string) => (entries.has(address) ? new Response(entries.get(address)) : undefined),
      put: async (address: string, response: Response) => void entries.set(address, await response.text()),
    };
  };
  readonly match = async (asked: string | { url: string }) => {
    const address = typeof asked === "string" ? asked : asked.url.slice(ORIGIN.length).replace(/[?#].*/, "");
    const found = [...this.all.values()].find((entries) => entries.has(address));
    return found && new Response(found.get(address));
  };
}

/** Starts the worker with tabs of these builds (`null`: a tab that does not answer). */
function start(tabs: readonly (string | null)[] = [], comesNext: ServiceWorker | null = null) {
  const caches = new FakeCaches();
  const asked: string[] = [];
  const network = { answer: served };
  const turns = { asked: 0 };
  const hearers = new Map<string, (event: never) => void>();
  vi.stubGlobal("caches", caches);
  vi.stubGlobal("fetch", async (request: string | { url: string }) => {
    const address = typeof request === "string" ? request : request.url.slice(ORIGIN.length);
    asked.push(address);
    return network.answer(address);
  });
  const registration: { installing: unknown; waiting: unknown } = { installing: comesNext, waiting: null };
  const scope: WorkerScope = {
    location: { origin: ORIGIN },
    registration: registration as WorkerScope["registration"],
    clients: {
      claim: async () => undefined,
      matchAll: async () =>
        tabs.map((build) => ({
          postMessage: (_: unknown, ports: unknown) => {
            if (build !== null) (ports as MessagePort[])[0]!.postMessage(build);
          },
        })),
    },
    skipWaiting: async () => void (turns.asked += 1),
    addEventListener: (name, hear) => void hearers.set(name, hear),
  };
  serviceWorker(scope, KEPT);
  const tell = async (name: string, data?: string) => {
    const works: Promise<unknown>[] = [];
    hearers.get(name)!({ data, waitUntil: (work: Promise<unknown>) => works.push(work) } as never);
    await Promise.all(works);
  };
  const open = (address: string, own: object = { mode: "navigate" }) => {
    let answer: Promise<Response> | undefined;
    const request = { url: ORIGIN + address, method: "GET", destination: "", ...own };
    hearers.get("fetch")!({
      request,
      waitUntil: () => undefined,
      respondWith: (given: Promise<Response>) => (answer = given),
    } as never);
    return answer;
  };
  const textOf = async (address: string, own?: object) => (await open(address, own))!.text();
  return { caches, asked, network, turns, tell, open, textOf, registration };
}

const offline: Answer = () => Promise.reject(new TypeError("Failed to fetch"));

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("keeps what is listed, the rest when a tab is there, and asks for nothing twice", async () => {
  const { caches, asked, tell } = start(["two"]);
  await tell("install");
  expect([...caches.all.get("headroom two")!.keys()].sort()).toEqual([...KEPT.first].sort());
  await tell("message", "here");
  await tell("message", "here");
  expect([...caches.all.get("headroom two")!.keys()].sort()).toEqual([...KEPT.first, ...KEPT.late].sort());
  expect(asked.sort()).toEqual([...KEPT.first, ...KEPT.late].sort());
});

it("takes a file of the same name from the version before", async () => {
  const { caches, asked, tell } = start();
  await (await caches.open("headroom one")).put("/_next/static/chunks/a.js", new Response("kept before"));
  await tell("install");
  expect(asked.sort()).toEqual(["/", "/models"]);
  expect(caches.all.get("headroom two")!.get("/_next/static/chunks/a.js")).toBe("kept before");
});

it("does not start on pages of another build, or on a refusal", async () => {
  for (const page of [
    new Response("of one", { headers: { "content-type": "text/html" } }),
    new Response("of two", { status: 500 }),
  ]) {
    const { network, tell } = start();
    network.answer = (address) => (address === "/" ? page.clone() : served(address));
    await expect(tell("install")).rejects.toThrow("/ cannot be kept");
  }
});

it.each([
  { tabs: ["two"], comesNext: null, stay: ["elsewhere", "headroom two"] },
  { tabs: ["two", "one"], comesNext: null, stay: ["elsewhere", "headroom one", "headroom two"] },
  { tabs: ["zero", "two"], comesNext: null, stay: ["elsewhere", "headroom two", "headroom zero"] },
  { tabs: ["two", null], comesNext: null, stay: ["elsewhere", "headroom one", "headroom two", "headroom zero"] },
  { tabs: ["two"], comesNext: {}, stay: ["elsewhere", "headroom one", "headroom two", "headroom zero"] },
])("with tabs of $tabs, and $comesNext on its way, $stay stay", async ({ tabs, comesNext, stay }) => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const { caches, tell } = start(tabs, comesNext as ServiceWorker | null);
  for (const name of ["headroom zero", "headroom one", "elsewhere"]) await caches.open(name);
  const told = tell("message", "here");
  // Messages between ports take real turns; who has not answered by then is silent.
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  await vi.advanceTimersByTimeAsync(3000);
  await told;
  expect([...caches.all.keys()].sort()).toEqual(stay);
});

it("opens pages from the network; without one, the page of the path, whatever its link", async () => {
  const { network, tell, textOf } = start(["two"]);
  await tell("install");
  await tell("message", "here");
  expect(await textOf("/?v=1&w=o1-mini")).toBe("/?v=1&w=o1-mini of two");
  network.answer = offline;
  expect(await textOf("/?v=1&w=o1-mini")).toBe("/ of two");
  expect(await textOf("/models?q=o1&sort=name&tier=2")).toBe("/models?tier=2 of two");
  expect(await textOf("/models/")).toBe("/models of two");
  expect(await textOf("/models/o1-mini-2024-09-12")).toBe("/models/o1-mini of two");
  for (const status of [502, 503, 504]) {
    network.answer = () => new Response("gateway", { status });
    expect(await textOf("/")).toBe("/ of two");
  }
  network.answer = () => new Response("fault of the page", { status: 500 });
  expect(await textOf("/")).toBe("fault of the page");
});

it("waits four seconds for a page that it has, and as long as it takes for others", async () => {
  const { network, tell, textOf } = start();
  await tell("install");
  vi.useFakeTimers();
  network.answer = (address) => new Promise((resolve) => setTimeout(() => resolve(served(address)), 9000));
  const [page, call] = [textOf("/?v=1"), textOf("/api/v1/estimate?v=1")];
  await vi.advanceTimersByTimeAsync(4000);
  expect(await page).toBe("/ of two");
  await vi.advanceTimersByTimeAsync(5000);
  expect(await call).toBe("/api/v1/estimate?v=1 of two");
});

it("says plainly what needs the server", async () => {
  const { network, open } = start();
  network.answer = offline;
  const call = (await open("/api/v1/estimate?v=1"))!;
  expect([call.status, call.headers.get("content-type")]).toEqual([503, "application/json; charset=utf-8"]);
  expect(await call.json()).toEqual({
    error: {
      code: "offline",
      message: "There is no network, and the API is answered by the server. The pages compute the same in the browser.",
      issues: [],
    },
  });
  expect(await (await open("/nothing"))!.text()).toMatch(
    /^There is no network, and this address is not among the pages/,
  );
});

it("asks for its turn as often as it is told to, and fetches nothing for that", async () => {
  const { tell, asked, turns } = start(["two"]);
  await tell("message", "take over");
  await tell("message", "take over");
  expect([turns.asked, asked]).toEqual([2, []]);
});

it("leaves posts and other sites alone", () => {
  const { open } = start();
  expect(open("/plan", { mode: "navigate", method: "POST" })).toBeUndefined();
  expect(open("", { url: "https://elsewhere.example/" })).toBeUndefined();
});
