import { ESLint } from "eslint";
import { beforeAll, describe, expect, test } from "vitest";

// The floors of the house, checked by linting files that do not exist.

let eslint: ESLint;
beforeAll(() => {
  eslint = new ESLint({ cwd: process.cwd() });
});

async function complaints(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  if (!result) throw new Error(`${filePath} is not linted`);
  return result.messages
    .filter(({ ruleId }) => ruleId !== "@typescript-eslint/no-unused-vars")
    .map(({ message }) => message);
}

const refused: [file: string, code: string, message: RegExp][] = [
  // Floors
  ["lib/money/x.ts", 'import { a } from "@/lib/catalogue";', /lib\/money may import from no other module/],
  ["lib/catalogue/x.ts", 'import { a } from "@/lib/scenario";', /higher floor/],
  [
    "lib/cost/x.ts",
    'import { a } from "@/lib/limits";',
    /lib\/cost may import from lib\/money, .*lib\/catalogue, .*lib\/scenario/,
  ],
  ["lib/cost/x.ts", 'import { a } from "@/lib/cost";', /its own files it imports by \.\//],
  ["lib/estimate/x.ts", 'import { a } from "@/lib/view/plan";', /higher floor/],
  ["lib/link/x.ts", 'import { a } from "@/lib/view/plan";', /higher floor/],
  ["lib/view/plan/x.ts", 'import { a } from "@/components/ui/field";', /higher floor/],
  ["lib/api/x.ts", 'import { a } from "@/app/layout";', /higher floor/],
  // Every way to import
  ["lib/cost/x.ts", 'import type { A } from "@/lib/view/plan";', /higher floor/],
  ["lib/cost/x.ts", 'export { a } from "@/lib/view/plan";', /higher floor/],
  ["lib/cost/x.ts", 'export * from "@/lib/view/plan";', /higher floor/],
  ["lib/cost/x.ts", 'export const a = () => import("@/lib/view/plan");', /higher floor/],
  ["lib/cost/x.ts", 'export type A = import("@/lib/view/plan").Row;', /higher floor/],
  // Public entries
  ["lib/cost/x.ts", 'import { a } from "@/lib/money/exact";', /public/],
  ["lib/estimate/x.ts", 'import { a } from "../cost";', /left by @\//],
  ["lib/catalogue/data/x.ts", 'import { a } from "../../money";', /left by @\//],
  ["components/scenario/x.tsx", 'import { a } from "@/lib/view/plan/rows";', /public/],
  ["app/page.tsx", 'import { a } from "@/lib/view/plan/rows";', /public/],
  ["app/page.tsx", 'import { a } from "@/lib/view/plan/charts/cap";', /public/],
  ["app/page.tsx", 'import { a } from "@/lib/cost/charts";', /public/],
  ["app/page.tsx", 'import { a } from "../lib/view";', /through @\//],
  ["tests/unit/x.test.ts", 'import { a } from "@/lib/money/exact";', /public/],
  ["tests/unit/x.test.ts", 'import { a } from "../../lib/money";', /through @\//],
  // Packages
  ["lib/view/plan/x.ts", 'import { useState } from "react";', /lib knows no React/],
  ["lib/api/x.ts", 'import { headers } from "next/headers";', /lib knows no React, Next/],
  ["lib/money/x.ts", 'import { readFileSync } from "node:fs";', /lib knows no React, Next, Node/],
  ["lib/money/x.ts", 'import { a } from "@scope/package";', /other package/],
  ["lib/scenario/check.ts", 'import { z } from "zod";', /schema\.ts/],
  ["lib/scenario/check.ts", 'import { a } from "./schema";', /schema\.ts/],
  ["lib/estimate/x.ts", 'import { a } from "@/lib/scenario/schema";', /Schemas bring Zod/],
  ["components/scenario/x.tsx", 'import { z } from "zod";', /off the client/],
  ["components/scenario/x.tsx", 'import { a } from "@/lib/scenario/schema";', /Schemas bring Zod/],
  ["components/scenario/x.tsx", 'import type { A } from "@/lib/api";', /route handlers/],
  ["components/scenario/x.tsx", 'import { LineChart } from "recharts";', /components\/charts/],
  ["components/scenario/x.tsx", 'import Page from "@/app/page";', /never imported/],
  ["components/ui/field.tsx", 'import { a } from "@/lib/view/plan";', /no domain words/],
  ["components/ui/field.tsx", 'import { a } from "@/components/other/editor";', /components\/ui may import from/],
  ["components/charts/labels/x.ts", 'import { a } from "../section";', /a folder cycle/],
  ["components/ui/field.tsx", 'import { a } from "../../scenario/editor";', /left by @\//],
  ["components/charts/load.tsx", 'import { a } from "@/components/scenario/editor";', /lower floor/],
  // Clock, chance and surroundings
  ["lib/catalogue/x.ts", "export const a = Date.now();", /no clock/],
  ["lib/catalogue/x.ts", 'export const a = new Date("2026-01-01");', /no clock/],
  ["lib/estimate/x.ts", "export const a = Math.random();", /no randomness/],
  ["lib/estimate/x.ts", "export const a = process.env.HOME;", /environment/],
  ["lib/estimate/x.ts", 'export const a = fetch("/");', /network/],
  ["lib/view/plan/x.ts", "export const a = window.innerWidth;", /page/],
  // Figures and words
  ["lib/estimate/x.ts", "export const a = new Intl.NumberFormat();", /lib\/view/],
  ["lib/estimate/x.ts", "export const a = (12).toLocaleString();", /lib\/view/],
  ["components/scenario/x.tsx", "export const a = (12).toLocaleString();", /lib\/view/],
  ["lib/view/plan/x.ts", "export const a = (1.005).toFixed(2);", /rounds a float/],
  ["components/scenario/x.tsx", "export const a = (1.005).toFixed(2);", /rounds a float/],
  ["lib/scenario/x.ts", 'export const a = parseFloat("12,5");', /half a number/],
  ["lib/scenario/x.ts", 'export const a = Number.parseInt("12.5");', /half a number/],
  ["lib/cost/x.ts", "export const f = (a: number) => (a ? 1 : a > 2 ? 2 : a > 3 ? 3 : 4);", /one other at most/],
  // Code as text
  ["app/page.tsx", 'export const a = eval("1");', /eval/],
  ["lib/cost/x.ts", 'export const a = new Function("return 1");', /Function constructor/],
  ["components/ui/x.tsx", 'export const A = () => <p dangerouslySetInnerHTML={{ __html: "" }} />;', /as text/],
  ["components/ui/x.tsx", 'export const props = { dangerouslySetInnerHTML: { __html: "" } };', /as text/],
];

const allowed: [file: string, code: string][] = [
  ["lib/catalogue/index.ts", 'import { a } from "@/lib/money"; export { b } from "./models"; export const c = a;'],
  ["lib/catalogue/data/x.ts", 'export { a } from "../types";'],
  [
    "lib/scenario/schema.ts",
    'import { z } from "zod"; import { a } from "@/lib/catalogue/schema"; export const b = z.literal(a);',
  ],
  ["lib/estimate/index.ts", 'export { a } from "@/lib/cost"; export { b } from "@/lib/limits";'],
  [
    "lib/view/plan/index.ts",
    'import { a } from "@/lib/estimate"; export const b = new Intl.NumberFormat("en").format(a);',
  ],
  [
    "lib/api/index.ts",
    'import { z } from "zod"; import { a } from "@/lib/scenario/schema"; export { b } from "@/lib/link"; export const c = z.union([a]);',
  ],
  ["lib/limits/x.ts", "export const fits = (window: number) => window > 1;"],
  [
    "components/ui/field.tsx",
    'import { a } from "./label"; import { useId } from "react"; export const b = [a, useId];',
  ],
  [
    "components/charts/load.tsx",
    'import { LineChart } from "recharts"; import { rows } from "@/lib/view/plan/charts"; export const a = [LineChart, rows];',
  ],
  [
    "components/scenario/editor.tsx",
    'import { Field } from "@/components/ui/field"; import { rows } from "@/lib/view/plan"; export const a = [Field, rows];',
  ],
  [
    "app/page.tsx",
    'import { Editor } from "@/components/scenario/editor"; import { decode } from "@/lib/link"; export const a = [Editor, decode, new Date()];',
  ],
  ["app/api/v1/estimate/route.ts", 'import { answer } from "@/lib/api"; export const GET = answer;'],
  [
    "tests/unit/x.test.ts",
    'import { a } from "@/lib/money"; import { b } from "@/lib/scenario/schema"; import { c } from "../support/slow-cost"; export const d = [a, b, c];',
  ],
];

describe("import and language rules", () => {
  test.each(refused)("%s refuses: %s", async (file, code, message) => {
    const messages = await complaints(file, code);
    expect(messages.join("\n")).toMatch(message);
    expect(messages).toHaveLength(1);
  });

  test.each(allowed)("%s allows: %s", async (file, code) => {
    expect(await complaints(file, code)).toEqual([]);
  });
});
