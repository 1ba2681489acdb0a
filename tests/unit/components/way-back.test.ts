import vm from "node:vm";
import { describe, expect, test } from "vitest";
import { encodeLink } from "@/lib/link";
import { NEW_WORKLOAD, type Scenario } from "@/lib/scenario";
import { ownOn } from "@/components/models/own-workloads";
import { FIRST_PAINT } from "@/components/scenario-page/first-paint";
import { O1_MINI_EXAMPLE } from "@/tests/support/make/o1-mini-example";

interface Browser {
  readonly search?: string;
  readonly referrer?: string;
  readonly local?: Readonly<Record<string, string>> | null;
  readonly session?: Readonly<Record<string, string>>;
}

/** What the script in the head does in a browser that keeps this; `local: null` refuses to keep anything. */
function painted({ search = "", referrer = "", local = {}, session = {} }: Browser) {
  const dataset: Record<string, string> = {};
  const anchors = ["a[data-mine]", "a[data-before]", "a[data-carries=own]"].map((query) => ({ query, search: "" }));
  const storage = (kept: Readonly<Record<string, string>>) => ({ getItem: (key: string) => kept[key] ?? null });
  const context = {
    document: {
      referrer,
      documentElement: { dataset },
      querySelectorAll: (query: string) => anchors.filter((anchor) => anchor.query === query),
    },
    location: { search, origin: "http://here" },
    sessionStorage: storage(session),
    addEventListener: (event: string, run: () => void) => event === "DOMContentLoaded" && run(),
    // No workload ever stands on this page: there is nothing to be told of.
    MutationObserver: class {
      observe() {}
      disconnect() {}
    },
    ...(local && { localStorage: storage(local) }),
  };
  vm.runInNewContext(FIRST_PAINT, context);
  return { dataset, links: Object.fromEntries(anchors.map((anchor) => [anchor.query, anchor.search])) };
}

const kept = (...recent: string[]) => ({ headroom: JSON.stringify({ saved: [], recent }) });

describe("before the first paint", () => {
  test("a new browser has nothing to say of the example, and of a link that it is somebody else’s", () => {
    expect(painted({}).dataset).toEqual({});
    expect(painted({ search: "?v=1&w=a" }).dataset).toEqual({ shared: "" });
  });

  test("one’s own link says nothing; another has the way back to it", () => {
    expect(painted({ search: "?v=1&w=a", local: kept("/?v=1&w=a") }).dataset).toEqual({ own: "", back: "" });
    const { dataset, links } = painted({ search: "?v=1&w=b", local: kept("/?v=1&w=a") });
    expect(dataset).toEqual({ shared: "", kept: "", back: "" });
    expect(links["a[data-mine]"]).toBe("?v=1&w=a");
    const saved = { headroom: JSON.stringify({ saved: [{ name: "a", link: "/?v=1&w=a" }], recent: [] }) };
    expect(painted({ search: "?v=1&w=a", local: saved }).dataset).toEqual({ own: "" });
  });

  test("a link of a page of ours is nobody else’s, and has the way back", () => {
    const [search, local] = ["?v=1&w=b", kept("/?v=1&w=a")];
    expect(painted({ search, local, referrer: "http://here/models/o1" }).dataset).toEqual({ kept: "", back: "" });
    expect(painted({ search, referrer: "http://here.example/" }).dataset).toEqual({ shared: "" });
  });

  test("pages without a scenario lead back to the one this tab showed, else to the last one worked on", () => {
    expect(painted({ local: kept("/?v=1&w=a") }).links["a[data-carries=own]"]).toBe("?v=1&w=a");
    const session = { "headroom-open": "?v=1&w=b" };
    expect(painted({ local: kept("/?v=1&w=a"), session }).links["a[data-carries=own]"]).toBe("?v=1&w=b");
    expect(painted({}).links["a[data-carries=own]"]).toBe("");
  });

  test("what took the place of one’s own says so, with the way back", () => {
    const session = { "headroom-replaced": JSON.stringify({ now: "/?v=1&w=b", before: "/?v=1&w=a" }) };
    const local = kept("/?v=1&w=b", "/?v=1&w=a");
    const { dataset, links } = painted({ search: "?v=1&w=b", local, session });
    expect(dataset).toEqual({ replaced: "", back: "" });
    expect(links["a[data-before]"]).toBe("?v=1&w=a");
    expect(painted({ search: "?v=1&w=a", local, session }).dataset).toEqual({ own: "", back: "" });
  });

  test("where nothing can be kept, or something else is, a link is somebody else’s", () => {
    expect(painted({ search: "?v=1&w=a", local: null }).dataset).toEqual({ shared: "" });
    expect(painted({ search: "?v=1&w=a", local: { headroom: "7" } }).dataset).toEqual({ shared: "" });
  });
});

test("own workloads move to a model with all they have; to embeddings without output", () => {
  const own: Scenario = {
    ...O1_MINI_EXAMPLE,
    title: "Mine",
    workloads: [
      { ...NEW_WORKLOAD, name: "Chat", model: "o1-mini", requests: 7, inputTokens: 1500, visibleOutputTokens: 300 },
      { ...NEW_WORKLOAD, name: "Batch", model: "gpt-4.1", serviceTier: "batch", inputTokens: 10 },
    ],
  };
  const moved = ownOn(own, "o4-mini");
  expect(moved).toEqual({ ...own, workloads: own.workloads.map((workload) => ({ ...workload, model: "o4-mini" })) });
  expect(encodeLink(moved)).toContain("Chat:o4-mini");
  expect(ownOn(own, "text-embedding-3-small").workloads[0]).toMatchObject({
    inputTokens: 1500,
    visibleOutputTokens: 0,
  });
});
