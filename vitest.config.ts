import { readdirSync, readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

// Nothing may depend on where the tests run: a time zone off by 45 minutes and a language with its own capital letters.
process.env.TZ = "Pacific/Chatham";
process.env.LC_ALL = "tr_TR.UTF-8";

const files = ["unit", "property", "golden"].flatMap((folder) =>
  readdirSync(`${import.meta.dirname}/tests/${folder}`, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => `tests/${folder}/${file.replaceAll("\\", "/")}`),
);
/** Files that put something in place of a module or a global run by themselves; the others share what they import. */
const alone = files.filter((file) =>
  /\bvi\b.*from "vitest"/.test(readFileSync(`${import.meta.dirname}/${file}`, "utf8")),
);

export default defineConfig({
  resolve: {
    alias: { "@": import.meta.dirname },
  },
  test: {
    passWithNoTests: true,
    allowOnly: false,
    maxWorkers: 2,
    // A bound for hangs, not for speed: the tests share two cores with a build.
    testTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: { name: "together", include: files.filter((file) => !alone.includes(file)), isolate: false },
      },
      { extends: true, test: { name: "alone", include: alone } },
    ],
  },
});
