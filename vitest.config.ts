import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: { "@": import.meta.dirname },
  },
  test: {
    include: ["tests/{unit,property,golden}/**/*.test.{ts,tsx}"],
    passWithNoTests: true,
  },
});
