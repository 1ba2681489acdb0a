import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Queue } from "@/lib/queue";

describe("a queue", () => {
  it("is empty at first and at last", () => {
    const queue = new Queue<number>((a, b) => a < b);
    expect([queue.size, queue.first, queue.take()]).toEqual([0, undefined, undefined]);
    queue.push(1);
    expect([queue.size, queue.first, queue.take()]).toEqual([1, 1, 1]);
    expect([queue.size, queue.first, queue.take()]).toEqual([0, undefined, undefined]);
  });

  it("agrees with a sorted list, however pushes and takes alternate", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(9), { freq: 2 })), (steps) => {
        const queue = new Queue<{ key: number; turn: number }>(
          (a, b) => a.key < b.key || (a.key === b.key && a.turn < b.turn),
        );
        const sorted: { key: number; turn: number }[] = [];
        steps.forEach((key, turn) => {
          if (key === null) return expect(queue.take()).toEqual(sorted.shift());
          queue.push({ key, turn });
          sorted.push({ key, turn });
          sorted.sort((a, b) => a.key - b.key || a.turn - b.turn);
        });
        expect(queue.size).toBe(sorted.length);
        while (queue.size > 0) expect(queue.take()).toEqual(sorted.shift());
      }),
    );
  });
});
