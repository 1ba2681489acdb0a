import { expect, test } from "vitest";
import { decodeLink, encodeLink } from "@/lib/link";
import { cleared } from "@/components/plan/editor/cleared";
import { ownModel, priceOrigin } from "@/components/plan/editor/own-model";
import { O1_MINI_EXAMPLE } from "@/tests/support/make/o1-mini-example";

test("a model of one’s own says whose prices it was given, until one is changed", () => {
  const { scenario, done } = ownModel(O1_MINI_EXAMPLE, 0, "gpt-99");
  const price = scenario.modelOverrides.at(-1)!.price!;
  expect(done).toBe("gpt-99 is your own, at prices copied from o1-mini");
  expect(scenario.workloads[0]!.model).toBe("gpt-99");
  expect(priceOrigin(price, scenario.asOf)).toBe("prices copied from o1-mini");
  expect(priceOrigin({ ...price, input: "1.2" }, scenario.asOf)).toBeNull();
  expect(priceOrigin(undefined, scenario.asOf)).toBeNull();
});

test("a copy of one’s own model is marked apart from it", () => {
  const first = ownModel(O1_MINI_EXAMPLE, 0, "mine").scenario;
  const priced = { ...first.modelOverrides.at(-1)!.price!, input: "7" };
  const edited = { ...first, modelOverrides: [{ ...first.modelOverrides.at(-1)!, price: priced }] };
  const second = ownModel(edited, 0, "mine").scenario.modelOverrides.at(-1)!;
  expect([second.model, priceOrigin(second.price, first.asOf)]).toEqual(["mine-2", "prices copied from mine"]);
  expect(priceOrigin(priced, first.asOf)).toBeNull();
});

test("opened from a link, the same prices as a model of the catalogue are still named", () => {
  const { scenario } = ownModel(O1_MINI_EXAMPLE, 0, "gpt-99");
  const opened = decodeLink(encodeLink(scenario)).scenario!;
  expect(priceOrigin(opened.modelOverrides.at(-1)!.price, opened.asOf)).toBe("the same prices as o1-mini");
});

test("a cleared workload is a blank one", () => {
  const { scenario, done } = cleared(O1_MINI_EXAMPLE, 1);
  const { name, requests, per } = scenario.workloads[1]!;
  expect([done, name, requests, per]).toEqual(["Cleared Nightly labels", "", 1, "minute"]);
  expect(scenario.workloads[0]).toBe(O1_MINI_EXAMPLE.workloads[0]);
});
