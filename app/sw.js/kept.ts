import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { MODELS } from "@/lib/catalogue";
import { buildId } from "@/components/ui/offline/build-id";
import { modelRoute, ROUTES } from "@/components/ui/routes";
import type { Kept } from "./worker";

/** A script larger than this, in bytes before compression, is fetched when all is quiet: the encodings of tokens. */
const LARGE_BYTES = 400_000;
const CHUNKS = "static/chunks";
const FILES = ["/manifest.webmanifest", "/favicon.ico", "/favicon.svg", "/icon-192.png", "/icon-512.png"];
/** What the API answers without being asked for anything of one's own. */
const CALLS = ["/api/v1/models", "/api/v1/openapi.json"];
const TIERS = [1, 2, 3, 4, 5];

const folder = join(/* turbopackIgnore: true */ process.cwd(), ".next");

/** Scripts and styles of the build, without those for browsers too old for a service worker. */
async function listChunks() {
  const { polyfillFiles } = JSON.parse(await readFile(join(folder, "build-manifest.json"), "utf8")) as {
    readonly polyfillFiles: readonly string[];
  };
  const names = (await readdir(join(folder, CHUNKS))).map((name) => `${CHUNKS}/${name}`).sort();
  const used = names.filter((name) => /\.(?:js|css)$/.test(name) && !polyfillFiles.includes(name));
  return Promise.all(
    used.map(async (name) => ({ path: `/_next/${name}`, bytes: (await stat(join(folder, name))).size })),
  );
}

/** All that a service worker keeps of this build. */
export async function listKept(): Promise<Kept> {
  const chunks = await listChunks();
  const pathsOf = (isLarge: boolean) =>
    chunks.filter(({ bytes }) => bytes > LARGE_BYTES === isLarge).map(({ path }) => path);
  return {
    build: buildId(),
    first: [...pathsOf(false), ...Object.values(ROUTES), ...FILES],
    late: [
      ...pathsOf(true),
      ...MODELS.map(({ id }) => modelRoute(id)),
      ...TIERS.map((tier) => `${ROUTES.models}?tier=${tier}`),
      ...CALLS,
    ],
    also: Object.fromEntries(
      MODELS.flatMap(({ id, snapshots }) =>
        snapshots.filter((one) => one !== id).map((one) => [modelRoute(one), modelRoute(id)]),
      ),
    ),
  };
}
