import { spawn, type ChildProcess } from "node:child_process";
import { expect, type Page } from "@playwright/test";
import { freePort } from "./free-port.mjs";

/** A copy of the site that a test starts, takes off the network and brings back as another build. */
export class OwnSite {
  private server: ChildProcess | null = null;

  private constructor(private readonly port: number) {}

  static async start(build: string): Promise<OwnSite> {
    const site = new OwnSite(await freePort());
    await site.serve(build);
    return site;
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** Serves, as if what was built were called `build`. */
  async serve(build: string): Promise<void> {
    const next = ["--max-http-header-size=65536", "node_modules/next/dist/bin/next", "start"];
    const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", HEADROOM_BUILD: build };
    this.server = spawn(process.execPath, [...next, "--port", String(this.port)], { env, stdio: "ignore" });
    for (;;) {
      const isThere = await fetch(`${this.url}/favicon.svg`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isThere) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Ends the server: there is no network any more. */
  async stop(): Promise<void> {
    if (!this.server) return;
    const ended = new Promise((resolve) => this.server!.once("exit", resolve));
    this.server.kill("SIGKILL");
    this.server = null;
    await ended;
  }
}

/** Waits until the browser keeps this address of a build, and the page is served by the worker that keeps it. */
export async function untilKept(page: Page, build: string, address: string): Promise<void> {
  const isKept = () =>
    page.evaluate(
      async ({ name, address }) => {
        if (!navigator.serviceWorker.controller || !(await caches.has(name))) return false;
        return (await (await caches.open(name)).match(address, { ignoreVary: true })) !== undefined;
      },
      { name: `headroom ${build}`, address },
    );
  await expect.poll(isKept, { timeout: 120_000 }).toBe(true);
}

/** The addresses that the browser keeps, by cache. */
export const keptAddresses = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const kept = names.map(async (name) => {
      const requests = await (await caches.open(name)).keys();
      return [name, requests.map(({ url }) => url.slice(location.origin.length))] as const;
    });
    return Object.fromEntries(await Promise.all(kept));
  });
