import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toEstimateJson } from "@/lib/api";
import { CHECKED_ON, findModel } from "@/lib/catalogue";
import { estimate, type Estimate } from "@/lib/estimate";
import { decodeLink } from "@/lib/link";
import { planReport, REPORT_FORMATS, toCsv } from "@/lib/export";
import type { Scenario } from "@/lib/scenario";
import { decodePlanKey, encodeFigureKey, plainText, type Figure } from "@/lib/view/text";
import { accountingView, notesFinding, noteText, noteViews, pinnedView, sourcesView } from "@/lib/view/estimate";
import {
  alternativesFinding,
  alternativesView,
  batchView,
  billView,
  budgetView,
  fixesView,
  keyFigures,
  limitsFinding,
  limitViews,
  pageTitle,
  peakRequests,
  tiersView,
  verdictView,
} from "@/lib/view/plan";
import { workingOf } from "@/lib/view/working";
import { scenarios } from "../support/make/checked";
import { faultsOfFormula } from "../support/e2e/figures";
import { manyWorkloads, SCENARIOS } from "../support/e2e/links";
import { runs } from "../support/make/runs";

/** Without a text of the user's own, which may be anything at all. */
function anonymous(scenario: Scenario): Scenario {
  const named = new Map(
    scenario.modelOverrides.map(({ model }, n) => [
      model,
      findModel(model) ? model : `own-${"abcdefghijklmnopqrst"[n]}`,
    ]),
  );
  const called = (model: string) => named.get(model) ?? model;
  return {
    ...scenario,
    title: "",
    modelOverrides: scenario.modelOverrides.map((own) => ({ ...own, model: called(own.model) })),
    workloads: scenario.workloads.map((workload) => ({ ...workload, name: "", model: called(workload.model) })),
  };
}

const viewsOf = (one: Estimate) => {
  const alternatives = alternativesView(one);
  return {
    verdict: verdictView(one),
    keys: keyFigures(one),
    batch: batchView(one),
    fixes: fixesView(one),
    bill: billView(one),
    limits: limitViews(one),
    limitsFinding: limitsFinding(one),
    tiers: tiersView(one),
    alternatives,
    alternativesFinding: alternativesFinding(alternatives, one),
    budget: budgetView(one),
    accounting: accountingView(one),
    notes: noteViews(one),
    notesFinding: notesFinding(one.notes.length),
    sources: sourcesView(one),
    pinned: pinnedView(one, CHECKED_ON),
    title: pageTitle(one),
    peaks: one.scenario.workloads.map((_, index) => peakRequests(one, index)),
  };
};

/** Every text of a view and every figure in it; the scenarios that it would lead to are not shown. */
function collect(
  view: unknown,
  texts: string[] = [],
  found: Figure[] = [],
): { readonly texts: string[]; readonly found: Figure[] } {
  if (typeof view === "string") texts.push(view);
  if (typeof view === "number") texts.push(Number.isFinite(view) ? "" : String(view));
  if (Array.isArray(view)) for (const item of view) collect(item, texts, found);
  else if (typeof view === "object" && view !== null) {
    if ("work" in view) found.push(view as Figure);
    for (const [key, value] of Object.entries(view))
      if (key !== "scenario" && key !== "work") collect(value, texts, found);
  }
  return { texts, found };
}

/** The working of a figure as the page finds it: by the text of its key. */
const pressed = (key: Figure["work"], one: Estimate) => {
  const decoded = decodePlanKey(encodeFigureKey(key));
  expect(decoded).toEqual(key);
  return workingOf(decoded!, one);
};

/** What a person should never read: slips of a program, exponents, negative amounts. */
const SLIP =
  /NaN|Infinity|undefined|\bnull\b|\[object|\de\+\d|(?:^|[\s$])\d(?:\.\d+)?e-?\d|-\d[\d,.]*\s?(?:%|×)|\$-|\$0(?:\.0+)?(?![\d.])(?=.*\bnever\b)/;
/** A ratio is shown from its nearest double, which holds some fifteen digits: the last of so many may be off by one. */
const PAST_DOUBLES = /^(?:\d[,.]?){13,}\s?(?:%|×|times)/;
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ").trim();

describe("what the planner shows", () => {
  it("holds no slip of a program, whatever is asked", () => {
    fc.assert(
      fc.property(scenarios().map(anonymous), (scenario) => {
        const one = estimate(scenario);
        const views = viewsOf(one);
        const report = planReport(one, "http://localhost/");
        // Of the four formats only JSON has a word for what is unknown.
        const written = Object.values(REPORT_FORMATS).map(({ write }) => write(report).replace(/": null/g, '": ""'));
        const texts = [...collect(views).texts, ...written, toCsv(one)];
        expect(texts.filter((text) => SLIP.test(text))).toEqual([]);
        for (const { work } of collect(views).found)
          expect(collect(pressed(work, one)).texts.filter((text) => SLIP.test(text))).toEqual([]);
      }),
      runs(25),
    );
  });

  /** Presses every figure, and computes the formula of its working by another hand. */
  function expectWorkings(scenario: Scenario): void {
    const one = estimate(scenario);
    const { found } = collect(viewsOf(one));
    expect(found.length).toBeGreaterThan(20);
    for (const { text, work } of found) {
      const key = encodeFigureKey(work);
      if (!key.startsWith("w.") && PAST_DOUBLES.test(text)) continue;
      const working = pressed(work, one);
      if (!working) throw new Error(`${key} (${text}) has no working`);
      const { title, steps, result, rule, sources } = working;
      expect(title).not.toBe("");
      expect(rule.title && rule.id).not.toBe("");
      expect(
        faultsOfFormula({
          key,
          figure: plain(text),
          title,
          steps: steps.map(({ expression, value }) => ({
            expression: expression === value ? "" : plain(expression),
            value: plain(value),
          })),
          formula: plain(result.expression),
          result: plain(result.value),
          rule: rule.title,
          source: "",
          links: sources.map(({ url }) => url),
          method: rule.id,
        }),
      ).toEqual([]);
    }
  }

  it("has a working for every figure, whose formula gives the figure", () => {
    fc.assert(
      fc.property(scenarios().map(anonymous), (scenario) => {
        expectWorkings(scenario);
      }),
      runs(20),
    );
  });

  const corners = [...Object.entries(SCENARIOS), ["twenty workloads", manyWorkloads(20)] as const];
  it.each(corners.filter(([, link]) => link !== "/"))("has one for every figure of %s", (_, link) => {
    expectWorkings(decodeLink(link.slice(link.indexOf("?") + 1)).scenario!);
  });

  it("says every note in two sentences, names it in the answer of the API, and titles the page", () => {
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        const one = estimate(scenario);
        const messages = toEstimateJson(one).notes.map(({ message }) => message);
        one.notes.forEach((note, index) => {
          const { fact, consequence } = noteText(note, one);
          expect(fact).toMatch(/\S\.$/);
          expect(consequence).toMatch(/\S\.$/);
          expect(messages[index]).toBe(`${fact} ${consequence}`);
        });
        const { title, description } = pageTitle(one);
        expect(title.endsWith(one.cost.perMonth ? " a month" : "no price")).toBe(true);
        expect(description).toContain(plainText(verdictView(one).lead).replace(/[\u00a0\u202f]/g, " "));
      }),
      runs(60),
    );
  });
});

describe("the bill as it is shown", () => {
  /** In units of the last place; below one unit it shows `<` and counts nothing. */
  const units = (text: string, places: number): bigint => {
    if (text.startsWith("<")) return 0n;
    const [whole, decimals = ""] = text.replace(/[$,]/g, "").split(".");
    return BigInt(whole! + decimals.padEnd(places, "0"));
  };

  it("adds up: lines to their workload, workloads to the total, to the last place", () => {
    fc.assert(
      fc.property(
        scenarios().filter((scenario) => estimate(scenario).cost.perMonth !== null),
        (scenario) => {
          const { workloads, total } = billView(estimate(scenario));
          const amounts = workloads
            .flatMap(({ month, lines }) => [month, ...lines.map((line) => line.month)])
            .map(({ text }) => text);
          const places = Math.max(...[total.text, ...amounts].map((text) => text.split(".")[1]?.length ?? 0));
          const sum = (list: readonly { readonly month: Figure }[]) =>
            list.reduce((all, { month }) => all + units(month.text, places), 0n);
          expect(sum(workloads)).toBe(units(total.text, places));
          for (const { month, lines } of workloads) expect(sum(lines)).toBe(units(month.text, places));
        },
      ),
      runs(100),
    );
  });

  it("never shows $0 for what is not nothing", () => {
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        const one = estimate(scenario);
        billView(one).workloads.forEach(({ lines }, index) =>
          lines.forEach(({ month }, n) => {
            const { perMonth } = one.cost.workloads[index]!.lineItems[n]!;
            if (perMonth === null) expect(month.text).toBe("–");
            else expect(/^\$0(\.0+)?$/.test(month.text)).toBe(perMonth.n === 0n);
          }),
        );
      }),
      runs(60),
    );
  });
});
