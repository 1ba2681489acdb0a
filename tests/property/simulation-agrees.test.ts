import fc from "fast-check";
import { describe, it } from "vitest";
import { traceCase, type TraceWidth } from "../support/arbitrary/trace";
import { runs } from "../support/make/runs";
import { expectSame, simulated } from "../support/make/simulated";
import { slowDrop, slowQueue } from "../support/oracle/simulation";

/** The fast answer to a trace is the slow one: counts and minutes exactly, times to 0.001 ms. */
function agreesOn(width: TraceWidth, numRuns: number): void {
  fc.assert(
    fc.property(traceCase(width), ({ body, requests, limits, horizonMs }) => {
      const slow = body.policy === "queue" ? slowQueue : slowDrop;
      expectSame(simulated(body), slow(requests, limits, horizonMs).answer);
    }),
    runs(numRuns),
  );
}

describe("the simulation of a given trace and a slow one in exact fractions", () => {
  it("agree on one request", () => agreesOn({ most: 1 }, 100), 120_000);
  it("agree on a few, under the queue policy", () => agreesOn({ most: 12, policy: "queue" }, 150), 120_000);
  it("agree on a few, under the drop policy", () => agreesOn({ most: 12, policy: "drop" }, 150), 120_000);
  it("agree on many", () => agreesOn({ least: 50, most: 400 }, 30), 120_000);
});
