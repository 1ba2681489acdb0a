import { describe, expect, it } from "vitest";
import { MOST_BYTES, readBody } from "@/lib/api";

/** A body that comes in pieces, and tells how many were asked for. */
function pieces(sizes: readonly number[], end: "closes" | "breaks off" = "closes") {
  let pulled = 0;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (pulled < sizes.length) controller.enqueue(new Uint8Array(sizes[pulled]!).fill(65 + pulled));
        else if (end === "closes") controller.close();
        else controller.error(new Error("gone"));
        pulled++;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, pulled: () => pulled };
}

const lengthOf = async (sizes: readonly number[], declared: string | null = null) => {
  const body = await readBody(pieces(sizes).stream, declared);
  return "bytes" in body ? body.bytes.byteLength : body.refused;
};

describe("a body", () => {
  it("is read in one piece or in many", async () => {
    expect(await readBody(pieces([3]).stream, "3")).toEqual({ bytes: Uint8Array.of(65, 65, 65) });
    expect(await readBody(pieces([2, 0, 1]).stream, null)).toEqual({ bytes: Uint8Array.of(65, 65, 67) });
    expect(await readBody(pieces([]).stream, null)).toEqual({ bytes: new Uint8Array() });
    expect(await readBody(null, null)).toEqual({ bytes: new Uint8Array() });
  });

  it.each([
    [MOST_BYTES - 1, MOST_BYTES - 1],
    [MOST_BYTES, MOST_BYTES],
    [MOST_BYTES + 1, "too-large"],
  ])("of %i bytes is %s, with or without its length declared", async (size, expected) => {
    expect(await lengthOf([size], String(size))).toBe(expected);
    expect(await lengthOf([size])).toBe(expected);
    expect(await lengthOf([size - 1, 1])).toBe(expected);
  });

  it("that is too long is read to its end, so that its sender hears the answer", async () => {
    const { stream, pulled } = pieces([MOST_BYTES, 1, 1, 1]);
    expect(await readBody(stream, String(MOST_BYTES + 3))).toEqual({ refused: "too-large", begun: false });
    expect(pulled()).toBe(5);
  });

  it("that declares more than 32 MiB is refused before a byte is read", async () => {
    const { stream, pulled } = pieces([1]);
    expect(await readBody(stream, String(32 * MOST_BYTES + 1))).toEqual({ refused: "too-large", begun: false });
    expect(pulled()).toBe(0);
  });

  it("that does not end is read no further than 32 MiB", async () => {
    const { stream, pulled } = pieces(Array<number>(1000).fill(MOST_BYTES / 4));
    expect(await readBody(stream, null)).toEqual({ refused: "too-large", begun: true });
    expect(pulled()).toBe(129);
  });

  it("that declares nothing sensible is measured", async () => {
    expect(await lengthOf([5], "five")).toBe(5);
    expect(await lengthOf([MOST_BYTES + 1], "5")).toBe("too-large");
  });

  it("may break off", async () => {
    expect(await readBody(pieces([3], "breaks off").stream, "9")).toEqual({ refused: "broken-off" });
  });
});
