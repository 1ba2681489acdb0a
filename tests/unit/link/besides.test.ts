import { describe, expect, it } from "vitest";
import { decodeLink, encodeLink, readForm, readLink } from "@/lib/link";
import { checkScenario } from "@/lib/scenario";

// The fields of what is billed besides tokens, in links, forms and JSON.

const A = "?v=1&asOf=2026-11-27";
const canonical = (query: string) => {
  const { scenario, faults } = decodeLink(query);
  expect(faults).toEqual([]);
  return encodeLink(scenario!);
};

describe("in a link", () => {
  it("calls of tools are tags, 12 hours in the cache a word, one region a key", () => {
    const link = `/${A}&regional=yes&w=gpt-6.2-sol+1/d+12h+i2000+cw500+web2+files0.5`;
    const { scenario } = decodeLink(link.slice(1));
    expect(scenario).toMatchObject({
      regional: true,
      workloads: [{ cacheLifetime: "12h", cacheWriteTokens: 500, webSearchCalls: 2, fileSearchCalls: 0.5 }],
    });
    expect(encodeLink(scenario!)).toBe(link);
  });

  it.each([
    ["files1+web1+12h+i1+1/d", "1/d+12h+i1+web1+files1"],
    ["1/d+i1+web0+files0", "1/d+i1"],
    ["fast+1/d+i1", "priority+1/d+i1"],
    ["priority+1/d+i1", "priority+1/d+i1"],
  ])("%s is written %s", (given, written) =>
    expect(canonical(`${A}&w=gpt-6.2-sol+${given}`)).toBe(`/${A}&w=gpt-6.2-sol+${written}`),
  );

  it.each([
    ["yes", "&regional=yes"],
    ["true", "&regional=yes"],
    ["1", "&regional=yes"],
    ["no", ""],
    ["false", ""],
    ["0", ""],
  ])("regional=%s is %j", (given, written) =>
    expect(canonical(`${A}&regional=${given}&w=o1+1/d+i1`)).toBe(`/${A}${written}&w=o1+1/d+i1`),
  );

  it.each([
    [`${A}&regional=eu&w=o1+1/d+i1`, "regional", 'regional: "eu" is not accepted; give true or false'],
    [
      `${A}&w=o1+1/d+i1+web-1`,
      "workloads.0.webSearchCalls",
      'webSearchCalls: "-1" is not accepted; give a number from 0 to 1,000,000,000,000, with at most three decimals',
    ],
    [`${A}&w=o1+1/d+i1+24h`, "workloads.0", "24h is not part of a workload"],
  ])("%s is named and the rest is read", (link, path, message) => {
    const [fault] = decodeLink(link).faults;
    expect(fault!.path).toBe(path);
    expect(fault!.message).toContain(message);
    expect(decodeLink(link).scenario!.regional).toBeUndefined();
  });

  it("own prices of cache writes have tags of their own, behind the others", () => {
    const link = `/${A}&m=own+i1+o4+bi0.5+bo2+fi0.5+fo2+pi2+po8+bw0.6+fw0.7+pw2.5&w=own+1/m+i1`;
    expect(decodeLink(link.slice(1)).scenario!.modelOverrides[0]!.price).toMatchObject({
      batchCacheWrite: "0.6",
      flexCacheWrite: "0.7",
      priorityCacheWrite: "2.5",
    });
    expect(canonical(link.slice(1))).toBe(link);
    expect(readLink(link.slice(1)).faults).toEqual([]);
  });
});

describe("in a form without scripts", () => {
  const from = `/${A}&regional=yes&w=gpt-6.2-sol+1/d+12h+i2000+cw500+web2`;
  const sent = (...fields: [string, string][]) => readForm([["from", from], ...fields]);

  it("a box that is not ticked says no, a ticked one yes", () => {
    expect(sent(["regional", "no"])).not.toContain("regional");
    expect(sent(["regional", "no"], ["regional", "yes"])).toContain("&regional=yes&");
  });

  it("fields left empty and choices of the default take their value away", () => {
    expect(sent(["w0.webSearchCalls", ""], ["w0.fileSearchCalls", "1.5"], ["w0.cacheLifetime", "default"])).toBe(
      `/${A}&regional=yes&w=gpt-6.2-sol+1/d+i2000+cw500+files1.5`,
    );
  });

  it("a field that cannot be read is named behind the link", () => {
    expect(sent(["w0.webSearchCalls", "many"])).toBe(`${from}&w0.webSearchCalls=many`);
  });
});

describe("in JSON", () => {
  const body = (own: object, rest: object = {}) => ({
    ...rest,
    workloads: [{ model: "o1", requests: 1, per: "day", inputTokens: 1, ...own }],
  });
  it.each([
    [body({ webSearchCalls: -1 }), "workloads.0.webSearchCalls"],
    [body({ fileSearchCalls: "1" }), "workloads.0.fileSearchCalls"],
    [body({ fileSearchCalls: null }), "workloads.0.fileSearchCalls"],
    [body({ cacheLifetime: "24h" }), "workloads.0.cacheLifetime"],
    [body({}, { regional: "yes" }), "regional"],
    [body({}, { regional: null }), "regional"],
    [body({ serviceTier: "Fast" }), "workloads.0.serviceTier"],
  ])("%j is refused by name", (input, path) => {
    const checked = checkScenario(input);
    expect("issues" in checked && checked.issues.map((issue) => issue.path)).toEqual([path]);
  });

  it("says that fast is read too", () => {
    const checked = checkScenario(body({ serviceTier: "turbo" }));
    expect("issues" in checked && checked.issues[0]!.message).toBe(
      'serviceTier: "turbo" is not accepted; give one of "standard", "batch", "flex", "priority", "fast"',
    );
  });
});
