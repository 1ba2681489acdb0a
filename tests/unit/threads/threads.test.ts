import { expect, it } from "vitest";
import { Threads } from "@/lib/threads";

/** Threads whose replies and ends are the test's: `given` lists what each was given, in order. */
function stage(most: { threads: number; waiting: number; weight?: number }) {
  const given: string[] = [];
  const threads: { reply: (reply: string) => void; end: (why: Error) => void }[] = [];
  const pool = new Threads<string, string>(
    (heard) => {
      const name = threads.push(heard);
      return (task) => void given.push(`${name}:${task}`);
    },
    { weight: 100, ...most },
  );
  return { pool, given, threads };
}

it("starts threads when they are needed, and gives each one task at a time, in the order they came", async () => {
  const { pool, given, threads } = stage({ threads: 2, waiting: 5 });
  expect(threads).toHaveLength(0);
  const replies = ["a", "b", "c", "d"].map((task) => pool.run(task, 1));
  expect(given).toEqual(["1:a", "2:b"]);
  expect(pool.size).toBe(4);
  threads[1]!.reply("B");
  expect(given).toEqual(["1:a", "2:b", "2:c"]);
  threads[0]!.reply("A");
  threads[1]!.reply("C");
  threads[0]!.reply("D");
  expect(await Promise.all(replies)).toEqual(["A", "B", "C", "D"]);
  expect(pool.size).toBe(0);
  void pool.run("e", 1);
  expect(threads).toHaveLength(2);
});

it("refuses what there is no room for, by number and by weight, and takes the next once there is", async () => {
  const { pool, given, threads } = stage({ threads: 1, waiting: 2, weight: 10 });
  const first = pool.run("a", 1000);
  const second = pool.run("b", 9);
  expect(pool.isFull(1)).toBe(false);
  expect(pool.isFull(2)).toBe(true);
  expect(pool.run("c", 2)).toBeNull();
  const third = pool.run("d", 1);
  expect(pool.run("e", 0)).toBeNull();
  threads[0]!.reply("A");
  expect(await first).toBe("A");
  expect(pool.isFull(9)).toBe(false);
  threads[0]!.reply("B");
  threads[0]!.reply("D");
  expect([await second, await third]).toEqual(["B", "D"]);
  expect(given).toEqual(["1:a", "1:b", "1:d"]);
});

it("a thread that ends fails its task alone, once, and another does the rest", async () => {
  const { pool, given, threads } = stage({ threads: 1, waiting: 2 });
  const [first, second] = [pool.run("a", 1), pool.run("b", 1)];
  threads[0]!.end(new Error("out of memory"));
  threads[0]!.end(new Error("exit 1"));
  await expect(first).rejects.toThrow("out of memory");
  expect(given).toEqual(["1:a", "2:b"]);
  threads[1]!.reply("B");
  expect(await second).toBe("B");
  // One that ends while it has nothing to do is missed by nobody.
  threads[1]!.end(new Error("exit 0"));
  const third = pool.run("c", 1);
  threads[2]!.reply("C");
  expect(await third).toBe("C");
});

it("what is given up while it waits is not run, and leaves its place", async () => {
  const { pool, given, threads } = stage({ threads: 1, waiting: 1 });
  const first = pool.run("a", 1);
  const going = new AbortController();
  const second = pool.run("b", 1, going.signal);
  expect(pool.isFull(0)).toBe(true);
  going.abort(new Error("gone"));
  await expect(second).rejects.toThrow("gone");
  const third = pool.run("c", 1);
  threads[0]!.reply("A");
  threads[0]!.reply("C");
  expect([await first, await third]).toEqual(["A", "C"]);
  expect(given).toEqual(["1:a", "1:c"]);
  await expect(pool.run("d", 1, AbortSignal.abort(new Error("before")))).rejects.toThrow("before");
});
