import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageReader, type Peak } from "@/lib/usage";
import { readUsage } from "../support/make/read-usage";

const MINUTE_TICKS = 600_000_000;
const SECOND_TICKS = 10_000_000;
const DAY = "2024-05-10";

interface Request {
  /** 100 ns since the day began. */
  readonly tick: number;
  readonly input: number;
  readonly output: number;
  readonly model: string;
}

const time = (tick: number) => {
  const two = (value: number) => String(value).padStart(2, "0");
  const seconds = Math.floor(tick / SECOND_TICKS);
  return `${DAY} ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${String(tick % SECOND_TICKS).padStart(7, "0")}`;
};
const table = (requests: readonly Request[]) =>
  [
    "timestamp,model,input_tokens,output_tokens",
    ...requests.map(({ tick, input, output, model }) => `${time(tick)},${model},${input},${output}`),
  ].join("\n");

/** Every minute that begins with a request, looked at one by one. */
function slowPeak(requests: readonly Request[], of: (request: Request) => number): Peak {
  let best = { perMinute: -1, tick: 0 };
  for (const { tick } of [...requests].sort((a, b) => a.tick - b.tick)) {
    const perMinute = requests
      .filter((other) => other.tick >= tick && other.tick < tick + MINUTE_TICKS)
      .reduce((sum, other) => sum + of(other), 0);
    if (perMinute > best.perMinute) best = { perMinute, tick };
  }
  return { perMinute: best.perMinute, fromMs: Date.parse(`${DAY}T00:00:00Z`) + best.tick / 10_000 };
}

function slowDispersion(requests: readonly Request[]): number | null {
  const seconds = requests.map(({ tick }) => Math.floor(tick / SECOND_TICKS));
  const from = seconds.reduce((a, b) => Math.min(a, b));
  const counts = new Array<number>(seconds.reduce((a, b) => Math.max(a, b)) - from + 1).fill(0);
  for (const second of seconds) counts[second - from]!++;
  const mean = requests.length / counts.length;
  return counts.length < 2 ? null : counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length / mean;
}

const arbitraryTick = fc.oneof(
  fc.integer({ min: 0, max: 4 * MINUTE_TICKS }),
  fc.integer({ min: 0, max: 8 }).map((half) => (half * MINUTE_TICKS) / 2),
);
const arbitraryRequest = fc.record({
  tick: arbitraryTick,
  input: fc.integer({ min: 0, max: 70_000 }),
  output: fc.nat(300),
  model: fc.constantFrom("o1", "gpt-4o"),
});

describe("a log of requests", () => {
  it("has the peaks, quantiles and dispersion of a slow count, in any order", () => {
    fc.assert(
      fc.property(fc.array(arbitraryRequest, { minLength: 1, maxLength: 40 }), (requests) => {
        const { total, groups } = readUsage(table(requests));
        const groupOf = (model: string) => groups.find((group) => group.model === model);
        for (const [found, of] of [
          [total, requests],
          ...["o1", "gpt-4o"].map(
            (model) => [groupOf(model), requests.filter((request) => request.model === model)] as const,
          ),
        ] as const) {
          if (of.length === 0) continue;
          expect(found!.peakRequests).toEqual(slowPeak(of, () => 1));
          expect(found!.peakTokens).toEqual(slowPeak(of, ({ input, output }) => input + output));
          const slow = slowDispersion(of);
          if (slow === null) expect(found!.dispersion).toBeNull();
          else expect(found!.dispersion).toBeCloseTo(slow, 9);
          const sorted = of.map(({ input }) => input).sort((a, b) => a - b);
          expect(found!.input).toMatchObject({ p50: sorted[Math.ceil(of.length * 0.5) - 1], max: sorted.at(-1) });
        }
      }),
      { numRuns: 50 },
    );
  });

  // Past what is kept back to be put in order: 140,000 rows, one every 20 ms, each up to 9 rows from its place.
  const many = Array.from({ length: 140_000 }, (_, place) => ({
    tick: (place + ((place * 7919) % 10)) * 200_000 + (place > 70_000 && place < 71_000 ? -0.5 : 0) * 200_000,
    input: place % 97,
    output: 1,
    model: place % 3 ? "o1" : "gpt-4o",
  }));
  const busiest = (rows: readonly Request[], of: (request: Request) => number) => {
    const sorted = [...rows].sort((a, b) => a.tick - b.tick);
    let best = 0;
    let sum = 0;
    for (let from = 0, to = 0; from < sorted.length; sum -= of(sorted[from++]!)) {
      while (to < sorted.length && sorted[to]!.tick < sorted[from]!.tick + MINUTE_TICKS) sum += of(sorted[to++]!);
      best = Math.max(best, sum);
    }
    return best;
  };

  it.each([
    ["a little out of order", many],
    ["newest first", [...many].reverse()],
  ])("is put in order while it streams: %s", (_, rows) => {
    const { total, groups, trace, remarks } = readUsage(table(rows));
    expect({ trace, remarks }).toEqual({ trace: null, remarks: [] });
    for (const found of [total, ...groups]) {
      const own = found === total ? rows : rows.filter(({ model }) => model === found.model);
      expect(found.peakRequests!.perMinute).toBe(busiest(own, () => 1));
      expect(found.peakTokens!.perMinute).toBe(busiest(own, ({ input, output }) => input + output));
    }
  });

  it("is counted by the second where rows are in no order", () => {
    const shuffled = many.map((_, place) => many[(place * 7919) % many.length]!);
    const { total, groups, remarks } = readUsage(table(shuffled));
    for (const found of [total, ...groups]) {
      const own = found === total ? many : many.filter(({ model }) => model === found.model);
      const whole = own.map((row) => ({ ...row, tick: Math.floor(row.tick / SECOND_TICKS) * SECOND_TICKS }));
      for (const [peak, of] of [
        [found.peakRequests!, () => 1],
        [found.peakTokens!, ({ input, output }: Request) => input + output],
      ] as const) {
        expect(peak.perMinute).toBe(busiest(whole, of));
        expect(busiest(own, of)).toBeGreaterThanOrEqual(peak.perMinute);
        expect(busiest(own, of)).toBeLessThanOrEqual(peak.perMinute * (1 + peak.within!) + 1e-6);
      }
      expect(found.dispersion).toBeCloseTo(slowDispersion(own)!, 9);
    }
    expect(remarks).toEqual([
      "The rows are in no order of time, so the busiest minute is counted by the second: the true one lies between the busiest 60 and the busiest 61 seconds. Sort the file by time to have it exactly.",
    ]);
  });
});

interface Cell {
  readonly time: string;
  readonly model: string;
  readonly numbers: readonly string[];
  readonly end: string;
}

describe("a table read straight from bytes", () => {
  const two = (value: number) => String(value).padStart(2, "0");
  const clock = fc.tuple(
    fc.integer({ min: 9, max: 11 }),
    fc.integer({ min: 0, max: 24 }),
    fc.integer({ min: 0, max: 60 }),
    fc.integer({ min: 0, max: 61 }),
  );
  const date = fc.tuple(
    clock,
    fc.constantFrom(" ", "T"),
    fc.constantFrom("", ".5", ".123", ".1234567", ".123456789", ".", ",5"),
    fc.constantFrom("", "Z", "+00:00", "-07:30", " UTC", "+1"),
  );
  const time = fc.oneof(
    {
      weight: 6,
      arbitrary: date.map(
        ([[day, hour, minute, second], sign, fraction, zone]) =>
          `2024-05-${two(day)}${sign}${two(hour)}:${two(minute)}:${two(second)}${fraction}${zone}`,
      ),
    },
    fc.integer({ min: 1_715_299_200, max: 1_715_299_900 }).map(String),
    fc.constantFrom(
      "",
      "2024-05-10",
      "2024/05/10 00:01",
      "1715299200.25",
      "1715299200250",
      "12",
      "05",
      "0",
      "12.5",
      "yesterday",
      "2024-02-30 00:00:00",
      " 2024-05-10 00:00:01 ",
    ),
  );
  const number = fc.oneof(
    { weight: 6, arbitrary: fc.nat(70_000).map(String) },
    fc.constantFrom(
      "",
      "0",
      "10.0",
      "10.",
      "7.50",
      "-1",
      "1e3",
      " 5 ",
      "999999999999",
      "1000000000000",
      "0012",
      "x",
      "é",
    ),
  );
  const model = fc.constantFrom("o1", "gpt-4o", "azure/gpt-4o", " o1 ", "", "modèle", "gpt 4o");
  const cell: fc.Arbitrary<Cell> = fc.record({
    time,
    model,
    numbers: fc.array(number, { minLength: 5, maxLength: 5 }),
    end: fc.constantFrom("\n", "\n", "\n", "\r\n", "\r", "\n\n"),
  });
  const HEADS = [
    [
      "timestamp",
      "model",
      "x",
      "status",
      "service_tier",
      "input_tokens",
      "cached_tokens",
      "output_tokens",
      "reasoning_tokens",
      "y",
    ],
    [
      "start_time",
      "model",
      "x",
      "num_model_requests",
      "service_tier",
      "input_tokens",
      "input_cached_tokens",
      "output_tokens",
      "output_reasoning_tokens",
      "batch",
    ],
  ];
  const words = fc.tuple(
    fc.constantFrom("200", "200", "429", ""),
    fc.constantFrom("default", "flex", "", "auto"),
    fc.constantFrom("true", "FALSE", ""),
    fc.constantFrom(",", "\t", ";"),
  );

  it("says what it says with its cells in quotes, which are read one by one", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...HEADS),
        fc.array(fc.tuple(cell, words), { minLength: 1, maxLength: 12 }),
        fc.nat(3),
        (head, drawn, quoted) => {
          const separator = drawn[0]![1][3];
          const rows = Array.from({ length: 30 }, (_, row) => drawn[row % drawn.length]!).map(
            ([{ time, model, numbers, end }, [status, tier, batch]]) => {
              const fourth = head[3] === "status" ? status : numbers[4]!;
              const cells = [time, model, "x y", fourth, tier, ...numbers.slice(0, 4), batch].map((text) =>
                text.includes(separator) ? "" : text,
              );
              return {
                plain: cells.join(separator) + end,
                quoted: cells.map((text, place) => (place % 4 === quoted ? `"${text}"` : text)).join(separator) + end,
              };
            },
          );
          const first = `${head.join(separator)}\n`;
          const found = (form: "plain" | "quoted") => ({
            ...readUsage(first + rows.map((row) => row[form]).join("")),
            columns: null,
          });
          expect(found("plain")).toEqual(found("quoted"));
        },
      ),
      { numRuns: 50 },
    );
  });

  it("says the same of many rows, whichever of them are in quotes", () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => [
      tickTime(row),
      row % 3 ? "o1" : "gpt-4o",
      String((row * 7919) % 90_000),
      String(row % 500),
    ]);
    const text = (every: number) =>
      `timestamp,model,input_tokens,output_tokens\n${rows.map((cells, row) => (row % every === every - 1 ? cells.map((cell) => `"${cell}"`) : cells).join(",")).join("\n")}`;
    const plain = readUsage(text(Infinity));
    expect(plain.rowsRead).toBe(20_000);
    for (const every of [1, 2, 3_000])
      expect({ ...readUsage(text(every)), columns: null }).toEqual({ ...plain, columns: null });
  });
});

const tickTime = (row: number) => time(((row * 37) % 20_011) * 3_000_000 + row);

const FILES: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  [
    "table",
    '\uFEFFtime,model,input_tokens,output_tokens,note\r\n2024-05-10,o1,5,6,"a ""b""\r\nc, d"\n2024-05-11,"o1",7,8,é\r2024-05-12,o1,9,"10"\n',
  ],
  [
    "lines",
    '{"object":"chat.completion","created":1711652795,"model":"o1","usage":{"prompt_tokens":5,"completion_tokens":6},"x":"é\\"{"}\r\n\n{"broken\n{"usage":{"prompt_tokens":1,"completion_tokens":2}}\n{"usage":',
  ],
  [
    "list",
    '[{"usage":{"prompt_tokens":5,"completion_tokens":6},"x":"é\\\\\\"{[]"}, 7, "no",\n{"usage":{"prompt_tokens":1,"completion_tokens":2}},{"us',
  ],
  [
    "pages",
    '{"object":"page","data":[{"start_time":1736553600,"end_time":1736557200,"results":[{"input_tokens":5,"output_tokens":1,"num_model_requests":2}]}],"has_more":false}\n{\n"object":"page","data":[{"start_time":1736557200,"results":[]}]}',
  ],
  [
    "spans",
    '{"resourceSpans":[{"resource":{"a":[1]},"scopeSpans":[{"scope":{},"spans":[{"spanId":"1","startTimeUnixNano":"1715299200123456789","attributes":[{"key":"gen_ai.usage.input_tokens","value":{"intValue":"7"}}]},{"spanId":"2","name":"x","attributes":[]}]}]}]}',
  ],
].map(([name, text]) => [name!, new TextEncoder().encode(text)] as const);
const utf16 = (text: string) =>
  new Uint8Array(new Uint16Array([...`\uFEFF${text}`].map((sign) => sign.charCodeAt(0))).buffer);
const ALL = [
  ...FILES,
  ["UTF-16", utf16("time;model;input;output\n2024-05-10;é;5;6\n")] as const,
  [
    "Windows-1252",
    Uint8Array.from([
      ...new TextEncoder().encode("model,input,output\nm"),
      0xe9,
      ...new TextEncoder().encode(",5,6\nb,1,2\n"),
    ]),
  ] as const,
];

const PADDING = 70_000;

/** The file behind as many blanks or rows as the reader looks at to tell what it is. */
function padding(name: string, bytes: Uint8Array): Uint8Array {
  if (name === "UTF-16" || name === "table" || name === "Windows-1252") {
    const step = name === "UTF-16" ? 2 : 1;
    const end = bytes.indexOf(10) + step;
    const row = bytes.slice(end);
    const times = Math.ceil(PADDING / row.length);
    const whole = new Uint8Array(end + times * row.length);
    whole.set(bytes.subarray(0, end));
    for (let n = 0; n < times; n++) whole.set(row, end + n * row.length);
    return whole;
  }
  // Blanks behind the first line, or the first bracket.
  const line = name === "lines" ? bytes.indexOf(10) + 1 : 1;
  const whole = new Uint8Array(PADDING + bytes.length).fill(32);
  whole.set(bytes.subarray(0, line));
  whole.set(bytes.subarray(line), PADDING + line);
  return whole;
}

describe("how bytes are cut into pieces", () => {
  it.each(ALL)("changes nothing: %s", (name, bytes) => {
    // What a file is, is settled by its first 64 KB: most of it comes after them.
    const padded = padding(name, bytes);
    const whole = readUsage(padded);
    expect(whole.rowsRead).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 }), (sizes) => {
        const reader = new UsageReader();
        for (let from = 0, n = 0; from < padded.length; n++) {
          const size = sizes[n % sizes.length]! * (from < PADDING ? 997 : 1);
          reader.push(padded.slice(from, (from += size)));
        }
        expect(reader.end()).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });
});
