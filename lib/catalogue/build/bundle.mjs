// TypeScript of the project for commands that run without Next: bundled by the Vite that Vitest brings along.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./command.mjs";

/**
 * Bundles modules of the project into one and loads it.
 * @param {Record<string, string>} modules name → path from the root, as in `{ estimate: "lib/estimate" }`
 * @returns {Promise<any>} an object with the exports of each module under its name
 */
export async function loadBundle(modules) {
  return bundled(modules, (file) => import(pathToFileURL(file).href));
}

/** The same as the text of one module. @param {Record<string, string>} modules @returns {Promise<string>} */
export async function bundleText(modules) {
  return bundled(modules, async (file) => readFileSync(file, "utf8"));
}

/**
 * @template T
 * @param {Record<string, string>} modules
 * @param {(file: string) => Promise<T>} take
 * @returns {Promise<T>}
 */
async function bundled(modules, take) {
  const vitest = createRequire(import.meta.url).resolve("vitest/package.json");
  const { build } = await import(pathToFileURL(createRequire(vitest).resolve("vite")).href);
  const folder = mkdtempSync(join(tmpdir(), "headroom-"));
  const entry = "virtual:modules";
  const code = Object.entries(modules)
    .map(([name, path]) => `export * as ${name} from "@/${path}";`)
    .join("\n");
  try {
    await build({
      configFile: false,
      logLevel: "error",
      root,
      resolve: { alias: { "@": root } },
      plugins: [
        {
          name: "entry",
          resolveId: (/** @type {string} */ id) => (id === entry ? `\0${entry}` : undefined),
          load: (/** @type {string} */ id) => (id === `\0${entry}` ? code : undefined),
        },
      ],
      build: {
        outDir: folder,
        ssr: true,
        minify: false,
        rollupOptions: { input: { modules: entry }, output: { entryFileNames: "modules.mjs" } },
      },
      ssr: { noExternal: ["zod"] },
    });
    return await take(join(folder, "modules.mjs"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
