import { expect, it } from "vitest";
import { openAddress, openQuery } from "@/components/scenario-page/opened";

// A shell reads its address as the server reads the same.

it("keys of the page are told from the scenario’s", () => {
  const link = "v=1&asOf=2026-11-23&tier=3&w=Gr%C3%B6%C3%9Fe:o1-mini+120/m+i1500";
  const { scenario, faults, from } = openQuery(link);
  expect([faults, from]).toEqual([[], "link"]);
  expect(openAddress(`${link}&sort=price&wait=1`, ["sort", "wait"])).toEqual({
    ...{ scenario, faults, from },
    own: { sort: "price", wait: "1" },
  });
  expect(openAddress(`sort=a%20b&${link}&&sort=later`, ["sort"])).toEqual({
    scenario,
    faults,
    from,
    own: { sort: "a b" },
  });
});

it("without a link it is the example; what cannot be read is named", () => {
  expect(openAddress("", [])).toMatchObject({ from: "example", faults: [], own: {} });
  expect(openAddress("sort=price", ["sort"])).toMatchObject({ from: "example", own: { sort: "price" } });
  expect(openAddress("v=1", [])).toMatchObject({ from: "unread" });
});
