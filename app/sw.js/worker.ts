/** What a service worker keeps of one version of the site. Each address is a path, with a query at most of our own. */
export interface Kept {
  /** The build the version came of. */
  readonly build: string;
  /** Without these the worker does not start: pages as shells, scripts, styles. */
  readonly first: readonly string[];
  /** Fetched when all is quiet: model pages, and what is large. */
  readonly late: readonly string[];
  /** Other paths of a page. */
  readonly also: Readonly<Record<string, string>>;
}

/** What is used of the scope of a service worker; the types of pages do not know it. */
export interface WorkerScope {
  readonly clients: {
    claim(): Promise<void>;
    matchAll(of: { type: "window"; includeUncontrolled: true }): Promise<readonly Pick<Worker, "postMessage">[]>;
  };
  readonly registration: Pick<ServiceWorkerRegistration, "installing" | "waiting"> & {
    readonly navigationPreload?: { enable(): Promise<void> };
  };
  readonly location: { readonly origin: string };
  skipWaiting(): Promise<void>;
  addEventListener(name: string, hear: (event: WorkerEvent) => void): void;
}

interface WorkerEvent {
  readonly data?: unknown;
  readonly request: Request;
  readonly preloadResponse?: Promise<Response | undefined>;
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}

/**
 * The whole service worker: it is written out into `/sw.js`, so it uses nothing from outside itself. Pages come from
 * the network, and from what is kept where there is none; files whose names say what is in them come from what is kept.
 * It keeps what `kept` lists and nothing else: no link, and nothing that was pasted, ever gets into a cache.
 */
export function serviceWorker(scope: WorkerScope, kept: Kept): void {
  const { clients, registration } = scope;
  const PREFIX = "headroom ";
  const NAME = PREFIX + kept.build;
  const ANY = { ignoreSearch: true, ignoreVary: true };
  const ASKED = { headers: { "x-headroom-shell": "1" }, priority: "low" } as const;
  const [PATIENCE_MS, SILENCE_MS, LANES] = [4000, 3000, 4];
  const isFile = (path: string) => path.startsWith("/_next/static/");

  const fetchNew = async (address: string): Promise<Response> => {
    const response = await fetch(address, { ...ASKED, cache: isFile(address) ? "default" : "no-cache" });
    // While versions change, a server may still answer with pages of another one.
    const isPage = response.headers.get("content-type")?.startsWith("text/html");
    const isOther = isPage && !(await response.clone().text()).includes(kept.build);
    if (!response.ok || isOther) throw new Error(`${address} cannot be kept: ${response.status}`);
    return response;
  };

  const keep = async (addresses: readonly string[], lanes: number): Promise<void> => {
    const cache = await caches.open(NAME);
    const there = new Set((await cache.keys()).map(({ url }) => url.slice(scope.location.origin.length)));
    const rest = addresses.filter((address) => !there.has(address)).values();
    const lane = async () => {
      for (const address of rest) {
        const known = isFile(address) ? await caches.match(address, ANY) : undefined;
        await cache.put(address, known ?? (await fetchNew(address)));
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  };

  /** The build that a tab is of; `null` where it does not answer. The tab hears of this worker’s build. */
  const buildOf = (tab: Pick<Worker, "postMessage">) =>
    new Promise<string | null>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: MessageEvent<string>) => resolve(data);
      setTimeout(() => resolve(null), SILENCE_MS);
      tab.postMessage({ build: kept.build }, [port2]);
    });

  /** Forgets the versions of which no tab is open; where one is on its way, or a tab is silent, the next time. */
  const sweep = async (): Promise<void> => {
    const tabs = await clients.matchAll({ type: "window", includeUncontrolled: true });
    const builds = [kept.build, ...(await Promise.all(tabs.map(buildOf)))];
    if (registration.installing ?? registration.waiting ?? builds.includes(null)) return;
    for (const name of await caches.keys())
      if (name.startsWith(PREFIX) && !builds.includes(name.slice(PREFIX.length))) await caches.delete(name);
  };

  const fileFor = async (request: Request): Promise<Response> => {
    const file = await caches.match(request, ANY);
    // A worker reads its own address, which is that of the answer: without one it is as it was asked for.
    return file && request.destination === "worker" ? new Response(file.body, file) : (file ?? fetch(request));
  };

  const pageFor = async ({ pathname, search }: URL): Promise<Response | undefined> => {
    const cache = await caches.open(NAME);
    const path = pathname.replace(/(.)\/$/, "$1");
    const tier = path === "/models" ? /[?&](tier=\d)/.exec(search)?.[1] : undefined;
    const address = tier ? `${path}?${tier}` : (kept.also[path] ?? path);
    return (await cache.match(address, { ignoreVary: true })) ?? cache.match(path, { ignoreVary: true });
  };

  const refuse = ({ pathname }: URL): Response => {
    const isCall = pathname.startsWith("/api/v1");
    const message = isCall
      ? "There is no network, and the API is answered by the server. The pages compute the same in the browser."
      : "There is no network, and this address is not among the pages that Headroom keeps for that. Its pages open.";
    return new Response(isCall ? JSON.stringify({ error: { code: "offline", message, issues: [] } }) : message, {
      status: 503,
      headers: {
        "Content-Type": `${isCall ? "application/json" : "text/plain"}; charset=utf-8`,
        "Content-Security-Policy": "default-src 'none'",
      },
    });
  };

  /** From the network; from what is kept where that fails, a gateway answers for it, or a page takes too long. */
  const answer = async (event: WorkerEvent, url: URL): Promise<Response> => {
    const { request, preloadResponse } = event;
    const network = (async () => (await preloadResponse) ?? fetch(request))();
    event.waitUntil(network.catch(() => undefined));
    const page = await pageFor(url);
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
    try {
      const response = await (page && request.mode === "navigate" ? Promise.race([network, late]) : network);
      return response && !(page && [502, 503, 504].includes(response.status)) ? response : page!;
    } catch {
      return page ?? refuse(url);
    }
  };

  const on = scope.addEventListener.bind(scope);
  on("install", (event) => event.waitUntil(keep(kept.first, LANES).then(() => scope.skipWaiting())));
  on("activate", (event) => event.waitUntil(Promise.all([registration.navigationPreload?.enable(), clients.claim()])));
  // A tab says that it is there and all is quiet, or that this version is to ask for its turn again.
  on("message", (event) => {
    const quiet = () => sweep().then(() => keep([...kept.first, ...kept.late], 1));
    event.waitUntil(event.data === "here" ? quiet() : scope.skipWaiting());
  });
  on("fetch", (event) => {
    const url = new URL(event.request.url);
    if (event.request.method !== "GET" || url.origin !== scope.location.origin) return;
    event.respondWith(isFile(url.pathname) ? fileFor(event.request) : answer(event, url));
  });
}
