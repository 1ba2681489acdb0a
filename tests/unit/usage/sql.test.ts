import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isProfile, PROFILE_SQL, profileOf, readProfile, UsageReader } from "@/lib/usage";
import { AZURE_TRACE, azureTrace } from "../../support/make/azure-trace";
import { reportOf, type LogRow } from "../../support/make/usage-report";

const COLUMNS = [
  "ts",
  "model",
  "service_tier",
  "input_tokens",
  "cached_input_tokens",
  "cache_write_tokens",
  "output_tokens",
  "reasoning_tokens",
  "status",
];
const MONDAY = 1_736_121_600_000;
const query = (name: string) => PROFILE_SQL.find((each) => each.name === name)!.sql;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "headroom-sql-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The profile that DuckDB makes of a table which `create` makes. */
async function profiled(create: string): Promise<string> {
  const file = join(folder, "profile.csv");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(create);
  await connection.run(query("DuckDB").replace("'profile.csv'", `'${file}'`));
  connection.closeSync();
  return readFileSync(file, "utf8");
}

function readWhole(text: string) {
  const reader = new UsageReader();
  reader.push(new TextEncoder().encode(text));
  return reader.end();
}

/**
 * A day and a half of three models, some batch, some failed with and without tokens, some without a part of
 * their figures, many in the same instant.
 */
function generated(): LogRow[] {
  const models = ["o3-mini", "gpt-4o", 'odd "name", here'];
  return Array.from({ length: 4000 }, (_, n) => {
    const output = (n * 53) % 900;
    return {
      // Bursts of some minutes, whole seconds and fractions of one.
      atMs:
        MONDAY +
        Math.floor(n / 400) * 13_000_000 +
        Math.floor(((n * n) % 400_000) / 250) * 250 +
        (n % 3 === 0 ? 0.5 : 0),
      model: models[((n * n) % 7) % 3]!,
      ...(n % 11 === 0 && { serviceTier: "batch" as const }),
      input: 1000 + ((n * 37) % 4000),
      cached: n % 2 === 0 ? 1024 : 0,
      // Now and then more than the input has room for beside what was read.
      written: (n * 29) % 1500,
      output,
      reasoning: Math.min(output, (n % 5) * 64),
      ...(n % 97 === 0 && { failed: true }),
    };
  });
}

const stamp = (atMs: number) =>
  `${new Date(Math.floor(atMs)).toISOString().slice(0, -1).replace("T", " ")}${atMs % 1 === 0 ? "000" : "500"}`;
const cell = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csv = (rows: readonly LogRow[]) =>
  [
    COLUMNS.join(","),
    ...rows.map(({ atMs, model, serviceTier, input, cached, written, output, reasoning, failed }) =>
      [
        stamp(atMs!),
        cell(model ?? ""),
        serviceTier ?? "",
        input,
        cached,
        written,
        output,
        reasoning,
        failed ? "500" : "200",
      ].join(","),
    ),
  ].join("\n");

describe("a profile made in a warehouse", () => {
  it("is, by DuckDB, the profile of a log that is added up request by request, and that of the browser’s own reader", async () => {
    const rows = generated();
    const file = join(folder, "log.csv");
    writeFileSync(file, csv(rows));
    const text = await profiled(`CREATE TABLE usage_log AS FROM read_csv('${file}', all_varchar = false)`);
    expect(isProfile(text)).toBe(true);
    const profile = profileOf(readProfile(text));
    expect(profile).toBe(profileOf(reportOf(rows)));
    expect(profile).toBe(profileOf(readWhole(csv(rows))));
  });

  const azure = azureTrace();
  it.skipIf(azure === null)(
    "is the same of the Azure conversation trace (skipped where ../shared/data is absent)",
    async () => {
      const text = await profiled(
        `CREATE TABLE usage_log AS SELECT TIMESTAMP AS ts, NULL AS model, NULL AS service_tier, ContextTokens AS input_tokens, NULL AS cached_input_tokens, NULL AS cache_write_tokens, GeneratedTokens AS output_tokens, NULL AS reasoning_tokens, NULL AS status
       FROM read_csv('${AZURE_TRACE}', columns = {'TIMESTAMP': 'TIMESTAMP_NS', 'ContextTokens': 'BIGINT', 'GeneratedTokens': 'BIGINT'})`,
      );
      const report = readProfile(text);
      expect(report).toMatchObject({
        total: { requests: 19_366, inputTokens: 22_361_870, outputTokens: 4_088_665, peakRequests: { perMinute: 522 } },
        told: { cached: false },
      });
      expect(profileOf(report)).toBe(profileOf(readWhole(readFileSync(AZURE_TRACE, "utf8"))));
    },
  );

  it("has one query for each warehouse, which names every column of the log and of the profile", () => {
    expect(PROFILE_SQL.map(({ name }) => name)).toEqual(["DuckDB", "BigQuery", "ClickHouse"]);
    for (const { sql } of PROFILE_SQL)
      for (const column of [...COLUMNS, "peak_requests_ms", "dispersion", "reasoning_share_p99", "hour_23"])
        expect(sql).toContain(column);
  });
});
