import { defineConfig } from "vitest/config";

// Nothing may depend on where the tests run: a time zone off by 45 minutes and a language with its own capital letters.
process.env.TZ = "Pacific/Chatham";
process.env.LC_ALL = "tr_TR.UTF-8";

export default defineConfig({
  resolve: {
    alias: { "@": import.meta.dirname },
  },
  test: {
    include: ["tests/{unit,property,golden}/**/*.test.{ts,tsx}"],
    passWithNoTests: true,
    allowOnly: false,
    maxWorkers: 2,
    // A bound for hangs, not for speed: the tests share two cores with a build.
    testTimeout: 60_000,
  },
});
