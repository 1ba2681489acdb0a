import { describe, expect, it } from "vitest";
import { parseLimits, type LimitRead } from "@/lib/refusal";
import { Random } from "@/lib/random";

const short = ({ model, field, value, isTpd, project }: LimitRead) =>
  [model ?? "?", field, value, ...(isTpd ? ["TPD"] : []), ...(project ? ["project"] : [])].join(" ");
const read = (text: string) => parseLimits(text).limits.map(short);
const faults = (text: string) => parseLimits(text).faults.map(({ line, text: of }) => `${line}: ${of}`);

describe("lines of limits", () => {
  it.each<[text: string, limits: string[]]>([
    ["gpt-6.2-sol 4,000,000 TPM 10,000 RPM", ["gpt-6.2-sol tpm 4000000", "gpt-6.2-sol rpm 10000"]],
    [
      "gpt-5.6-sol  500,000 TPM  500 RPM  1,500,000 TPD",
      ["gpt-5.6-sol tpm 500000", "gpt-5.6-sol rpm 500", "gpt-5.6-sol batchQueueTokens 1500000 TPD"],
    ],
    [
      "gpt-4o\t30,000 TPM\t3 RPM200 RPD\t90,000 TPD",
      ["gpt-4o tpm 30000", "gpt-4o rpm 3", "gpt-4o rpd 200", "gpt-4o batchQueueTokens 90000 TPD"],
    ],
    ["gpt-5: TPM 500K, RPM: 500", ["gpt-5 tpm 500000", "gpt-5 rpm 500"]],
    ["- `o3-mini` 150 000 000 TPM, 30K RPM", ["o3-mini tpm 150000000", "o3-mini rpm 30000"]],
    ["o1 1.5M TPM", ["o1 tpm 1500000"]],
    ["o1: 4.000.000 TPM", ["o1 tpm 4000000"]],
    ["o1: 30 million tokens per minute and 2 thousand requests / min", ["o1 tpm 30000000", "o1 rpm 2000"]],
    ["gpt-4.1-nano 90,000 enqueued tokens", ["gpt-4.1-nano batchQueueTokens 90000"]],
    ["gpt-4.1-nano: batch queue limit 2B", ["gpt-4.1-nano batchQueueTokens 2000000000"]],
    ["gpt-4.1-nano 200 requests per day, 7M tokens per day", ["gpt-4.1-nano rpd 200", "gpt-4.1-nano tpd 7000000"]],
    ["500,000 TPM 500 RPM", ["? tpm 500000", "? rpm 500"]],
    ["openai/gpt-5-2025-08-07  500 RPM", ["gpt-5-2025-08-07 rpm 500"]],
    ["GPT-5.6 Sol 500 RPM", ["gpt-5.6-sol rpm 500"]],
    ["Requests per min (RPM): 500", ["? rpm 500"]],
    // Each cell of the page on a line of its own.
    [
      "gpt-5\n500,000 TPM\n500 RPM\ncomputer-use-preview\n3 RPM\nBatch\n450 TPD",
      [
        "gpt-5 tpm 500000",
        "gpt-5 rpm 500",
        "computer-use-preview rpm 3",
        "computer-use-preview batchQueueTokens 450 TPD",
      ],
    ],
  ])("%j", (text, limits) => {
    expect(read(text)).toEqual(limits);
    expect(faults(text)).toEqual([]);
  });

  it.each<[text: string, faults: string[]]>([
    ["gpt-5 500.000 TPM", ["1: 500.000"]],
    ["gpt-5 12,5 TPM", ["1: 12,5"]],
    ["gpt-5 0 TPM", ["1: 0"]],
    ["gpt-5 -500 RPM", ["1: gpt-5 -500 RPM"]],
    ["gpt-5 500000", ["1: gpt-5 500000"]],
    ["gpt-5 500 RPM 30000", ["1: 30000 in gpt-5 500 RPM 30000"]],
    ["\nYou may send 3 RPM", ["2: You may send 3 RPM"]],
    ["gpt-5 1.5 TPM", ["1: 1.5"]],
    ["gpt-5 99999999999999 TPM", ["1: 99999999999999"]],
  ])("%j is named, not taken", (text, expected) => {
    expect(faults(text)).toEqual(expected);
    expect(read(text).filter((one) => !/ rpm 500$/.test(one))).toEqual([]);
  });

  it("what the scenario has no field for is named", () => {
    const { limits, others } = parseLimits("gpt-image-9 5 IPM 20 RPM\ntts-9 100 RPM 3 MB per min");
    expect(limits.map(short)).toEqual(["gpt-image-9 rpm 20", "tts-9 rpm 100"]);
    expect(others).toEqual(["images a minute", "audio a minute"]);
  });
});

describe("tables of limits", () => {
  const all = [
    "gpt-4o rpm 500",
    "gpt-4o tpm 30000",
    "gpt-4o batchQueueTokens 90000",
    "gpt-4o-mini rpm 500",
    "gpt-4o-mini rpd 10000",
    "gpt-4o-mini tpm 200000",
    "gpt-4o-mini batchQueueTokens 2000000",
  ];
  it.each([
    [
      "Markdown",
      "| Model | RPM | RPD | TPM | Batch Queue Limit |\n|---|---|---|---|---|\n| `gpt-4o` | 500 | - | 30,000 | 90,000 |\n| gpt-4o-mini | 500 | 10,000 | 200,000 | 2,000,000 |",
    ],
    [
      "TSV",
      "MODEL\tRPM\tRPD\tTPM\tBATCH QUEUE LIMIT\ngpt-4o\t500\t–\t30,000\t90,000\ngpt-4o-mini\t500\t10,000\t200,000\t2,000,000",
    ],
    ["CSV", 'model,rpm,rpd,tpm,"batch queue"\ngpt-4o,500,,"30,000","90,000"\ngpt-4o-mini,500,10000,200000,2000000'],
    [
      "columns of spaces",
      "Model        RPM   RPD     TPM      Batch queue\ngpt-4o       500   -       30,000   90,000\ngpt-4o-mini  500   10,000  200,000  2,000,000",
    ],
  ])("%s", (_, text) => {
    expect(read(text)).toEqual(all);
    expect(faults(text)).toEqual([]);
  });

  it("the limits page: the column says what TPD is", () => {
    const page =
      "Rate limits\nAPI usage is subject to rate limits applied on tokens per minute (TPM), requests per minute or day (RPM/RPD), and other model-specific limits.\nMODEL\tTOKEN LIMITS\tREQUEST AND OTHER LIMITS\tBATCH QUEUE LIMITS\ngpt-4o\t30,000 TPM\t500 RPM\t90,000 TPD\ngpt-4o-mini\t200,000 TPM\t500 RPM 10,000 RPD\t2,000,000 TPD\ngpt-9-old\t10,000 TPM 300,000 TPD\t500 RPM\t-\nUsage tier 1";
    expect(read(page)).toEqual([
      "gpt-4o tpm 30000",
      "gpt-4o rpm 500",
      "gpt-4o batchQueueTokens 90000",
      "gpt-4o-mini tpm 200000",
      "gpt-4o-mini rpm 500",
      "gpt-4o-mini rpd 10000",
      "gpt-4o-mini batchQueueTokens 2000000",
      "gpt-9-old tpm 10000",
      "gpt-9-old tpd 300000",
      "gpt-9-old rpm 500",
    ]);
    expect(faults(page)).toEqual([]);
  });

  it("a cell that cannot be read is named with its line, and the rest of the row is read", () => {
    const text = "| Model | RPM | TPM |\n|---|---|---|\n| gpt-4o | many | 30.000 |\n| gpt-5 | 500 | 500K |";
    expect(parseLimits(text).faults).toEqual([
      { line: 3, text: "many", expected: "a whole number above 0, such as 500,000, 500K or 4M" },
      { line: 3, text: "30.000", expected: "a whole number above 0, such as 500,000, 500K or 4M" },
    ]);
    expect(read(text)).toEqual(["gpt-5 rpm 500", "gpt-5 tpm 500000"]);
  });
});

describe("rate-limit objects of the admin API", () => {
  const one = (model: string, more: object = {}) => ({
    object: "project.rate_limit",
    id: `rl-${model}`,
    max_requests_per_1_minute: 600,
    max_tokens_per_1_minute: 150_000,
    model,
    ...more,
  });
  const expected = ["gpt-5 rpm 600 project", "gpt-5 tpm 150000 project"];

  it.each([
    ["one", JSON.stringify(one("gpt-5"))],
    ["a list", JSON.stringify({ object: "list", data: [one("gpt-5")], has_more: false }, null, 2)],
    [
      "two pages one after the other",
      `${JSON.stringify({ data: [one("gpt-5")] })}\n${JSON.stringify({ data: [one("gpt-5")] })}`,
    ],
    [
      "as Python prints them",
      "SyncPage(data=[ProjectRateLimit(id='rl-1', max_requests_per_1_minute=600, max_tokens_per_1_minute=150000, model='gpt-5', max_images_per_1_minute=None)])",
    ],
    ["under the model’s name", '{"gpt-5": {"max_requests_per_1_minute": 600, "max_tokens_per_1_minute": 150000}}'],
  ])("%s", (_, text) => {
    expect(read(text)).toEqual(expected);
    expect(faults(text)).toEqual([]);
    expect(parseLimits(text).isPart).toBe(false);
  });

  it("every field, each with its own object’s model", () => {
    const text = JSON.stringify({
      data: [
        one("gpt-5-2025-08-07", { max_requests_per_1_day: 10_000, batch_1_day_max_input_tokens: 900_000 }),
        { batch_1_day_max_input_tokens: 7, max_images_per_1_minute: 5, model: "ada" },
      ],
      has_more: true,
    });
    const { limits, others, isPart } = parseLimits(text);
    expect(limits.map(short)).toEqual([
      "gpt-5-2025-08-07 rpm 600 project",
      "gpt-5-2025-08-07 tpm 150000 project",
      "gpt-5-2025-08-07 rpd 10000 project",
      "gpt-5-2025-08-07 batchQueueTokens 900000 project",
      "ada batchQueueTokens 7 project",
    ]);
    expect([others, isPart]).toEqual([["images a minute"], true]);
  });

  it("what is cut off, without a model, or no count is named", () => {
    expect(
      faults('{"data":[{"max_requests_per_1_minute":600,"model":"gpt-5"},{"model":"gpt-4o","max_tokens_per_1_min'),
    ).toEqual(['null: "model":"gpt-4o","max_tokens_per_1_min']);
    expect(faults('{"max_requests_per_1_minute": 600}')).toEqual(['null: "max_requests_per_1_minute": 600']);
    expect(faults('{"model":"gpt-5","max_requests_per_1_minute": 6.5}')).toEqual([
      "null: gpt-5 max_requests_per_1_minute 6.5",
    ]);
  });
});

describe("headers, events and messages", () => {
  it("give their limits", () => {
    expect(
      read("openai-model: gpt-5-2025-08-07\nx-ratelimit-limit-requests: 500\nx-ratelimit-limit-tokens: 500000"),
    ).toEqual(["gpt-5-2025-08-07 rpm 500", "gpt-5-2025-08-07 tpm 500000"]);
    expect(
      read(
        "x-ratelimit-limit-requests: 10000\nx-ratelimit-remaining-requests: 9999\nx-ratelimit-reset-requests: 8.64s",
      ),
    ).toEqual(["? rpd 10000"]);
    expect(read("Rate limit reached for o1 on tokens per day (TPD): Limit 90000, Used 90000, Requested 500.")).toEqual([
      "o1 tpd 90000",
    ]);
    expect(read("Enqueued token limit reached for o1 in organization org-x. Limit: 90,000 enqueued tokens.")).toEqual([
      "o1 batchQueueTokens 90000",
    ]);
  });
});

describe("a hundred invented tables", () => {
  it("give their numbers for their models and fields, or faults: never a number of another cell", () => {
    let whole = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const random = new Random(seed, 0);
      const below = (n: number) => Math.floor(random.unit() * n);
      const pick = <T>(of: readonly T[]): T => of[below(of.length)]!;
      const grouped = (value: number, by: string) => String(value).replace(/\B(?=(\d{3})+$)/g, by);
      const by = pick([",", " ", "", ".", "'"]);
      const gap = pick(["  ", "\t", " | ", ", ", "\n", " "]);
      const unitFirst = below(3) === 0;
      const told = new Set<string>();
      const lines = Array.from({ length: 1 + below(4) }, (_, n) => {
        const model = `${pick(["gpt-5.6-sol", "o1", "my-own-4", "gpt-4o-2024-08-06"])}${n ? `-x${n}` : ""}`;
        const fields = (["rpm", "tpm", "rpd"] as const).filter(() => below(3) > 0);
        const amounts = fields.map((field) => {
          const value = 100 + below(9_999_900);
          told.add(`${model} ${field} ${value}`);
          const unit = field.toUpperCase();
          return unitFirst ? `${unit}: ${grouped(value, by)}` : `${grouped(value, by)} ${unit}`;
        });
        return [model, ...amounts].join(gap);
      });
      const { limits, faults: wrong } = parseLimits(lines.join("\n"));
      for (const one of limits) expect(told, JSON.stringify(lines)).toContain(short(one));
      expect(limits.length + wrong.length, JSON.stringify(lines)).toBeGreaterThanOrEqual(told.size);
      if (limits.length === told.size) whole++;
    }
    expect(whole).toBeGreaterThanOrEqual(60);
  });
});
