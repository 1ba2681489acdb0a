/** What a warehouse calls the few things that every one calls otherwise. */
interface Dialect {
  readonly name: string;
  /** How the result becomes a CSV file with names of columns. */
  readonly run: string;
  readonly before: string;
  readonly after: string;
  readonly table: string;
  readonly text: string;
  readonly integer: string;
  readonly double: string;
  /** Nanoseconds since 1970 of the column `ts`. */
  readonly nanoseconds: string;
  /** The day (UTC) of `t` nanoseconds since 1970, `YYYY-MM-DD`. */
  readonly day: string;
  readonly divide: (a: string, by: string) => string;
}

const DIALECTS: readonly Dialect[] = [
  {
    name: "DuckDB",
    run: "Writes profile.csv. A log that is a file needs no table: FROM 'log.parquet' or 'log.csv'.",
    before: "COPY (\n",
    after: "\n) TO 'profile.csv' (HEADER, DELIMITER ',');",
    table: "usage_log",
    text: "VARCHAR",
    integer: "BIGINT",
    double: "DOUBLE",
    nanoseconds: "epoch_ns(ts)",
    day: "strftime(make_timestamp_ns(t), '%Y-%m-%d')",
    divide: (a, by) => `${/\s/.test(a) ? `(${a})` : a} // ${by}`,
  },
  {
    name: "BigQuery",
    run: "Save the result as CSV, or: bq query --use_legacy_sql=false --format=csv --max_rows=1000000 < profile.sql > profile.csv",
    before: "",
    after: ";",
    table: "`project.dataset.usage_log`",
    text: "STRING",
    integer: "INT64",
    double: "FLOAT64",
    nanoseconds: "UNIX_MICROS(ts) * 1000",
    day: "FORMAT_TIMESTAMP('%F', TIMESTAMP_MICROS(DIV(t, 1000)))",
    divide: (a, by) => `DIV(${a}, ${by})`,
  },
  {
    name: "ClickHouse",
    run: "clickhouse-client --queries-file profile.sql > profile.csv",
    before: "",
    after:
      "\nFORMAT CSVWithNames\nSETTINGS format_csv_null_representation = '', cast_keep_nullable = 1, prefer_column_name_to_alias = 1;",
    table: "usage_log",
    text: "String",
    integer: "Int64",
    double: "Float64",
    nanoseconds: "toUnixTimestamp64Nano(toDateTime64(assumeNotNull(ts), 9, 'UTC'))",
    day: "formatDateTime(fromUnixTimestamp64Nano(t, 'UTC'), '%Y-%m-%d')",
    divide: (a, by) => `intDiv(${a}, ${by})`,
  },
];

/** What a status says where nothing failed, besides 2xx and no status at all; in small letters. */
const GOOD = [
  "",
  "success",
  "successful",
  "succeeded",
  "ok",
  "complete",
  "completed",
  "done",
  "finished",
  "stop",
  "unset",
  "default",
  "incomplete",
  "true",
  "none",
  "null",
  "status_code_ok",
  "status_code_unset",
];

const SECOND = "1000000000";
const RANKED = [
  ["input", "input"],
  ["output", "output"],
  ["share", "reasoning_share"],
] as const;

function queryOf({
  name,
  run,
  before,
  after,
  table,
  text,
  integer,
  double,
  nanoseconds,
  day,
  divide,
}: Dialect): string {
  const word = (column: string) => `LOWER(TRIM(COALESCE(CAST(${column} AS ${text}), '')))`;
  const whole = (column: string) => `CAST(${column} AS ${integer})`;
  const milliseconds = (ticks: string) =>
    `CONCAT(CAST(${divide(ticks, "1000000")} AS ${text}), '.', LPAD(CAST(MOD(${ticks}, 1000000) AS ${text}), 6, '0'))`;
  const seconds = `(${divide("MAX(t)", SECOND)} - ${divide("MIN(t)", SECOND)} + 1)`;
  const ranks = RANKED.map(
    ([
      column,
    ]) => `    ROW_NUMBER() OVER (PARTITION BY kind, model, service_tier, ${column} IS NULL ORDER BY ${column}) AS ${column}_rank,
    COUNT(${column}) OVER (PARTITION BY kind, model, service_tier) AS ${column}_count`,
  );
  const quantiles = RANKED.map(([column, called]) => {
    const mean =
      column === "share" ? "ROUND(AVG(share), 9)" : `CAST(SUM(${column}) AS ${double}) / NULLIF(COUNT(${column}), 0)`;
    const at = (percent: number) =>
      `MAX(CASE WHEN ${column}_rank = ${divide(`${percent} * ${column}_count + 99`, "100")} THEN ${column} END) AS ${called}_p${percent}`;
    return `  ${mean} AS ${called}_mean,\n  ${[50, 95, 99].map(at).join(",\n  ")},\n  MAX(${column}) AS ${called}_max`;
  });
  const hours = Array.from({ length: 24 }, (_, hour) => `COUNT(CASE WHEN hour = ${hour} THEN 1 END) AS hour_${hour}`);
  // Of the columns behind the sums a day has none: five for each spread, two for each peak, the dispersion,
  // the hours.
  const absent = Array<string>(5 * RANKED.length + 4 + 1 + hours.length)
    .fill("NULL")
    .join(", ");
  return `-- ${name}: a table of requests, one row each, as the profile that /import reads.
-- ${run}
-- Columns: ts (timestamp, UTC), model, service_tier, input_tokens (cached ones in it), cached_input_tokens,
-- cache_write_tokens (in input, beside cached), output_tokens (reasoning in it), reasoning_tokens, status. A column you have not: put NULL in its place in \`cleaned\`.
${before}WITH cleaned AS (
  SELECT
    ${nanoseconds} AS t,
    TRIM(COALESCE(CAST(model AS ${text}), '')) AS model_name,
    ${word("service_tier")} AS tier_word,
    ${word("status")} AS status_word,
    ${whole("input_tokens")} AS all_input,
    ${whole("cached_input_tokens")} AS all_cached,
    ${whole("cache_write_tokens")} AS all_written,
    ${whole("output_tokens")} AS all_output,
    ${whole("reasoning_tokens")} AS all_reasoning
  FROM ${table}
  WHERE ts IS NOT NULL
),
named AS (
  SELECT *,
    CASE WHEN tier_word IN ('batch', 'flex', 'priority') THEN tier_word WHEN tier_word = 'fast' THEN 'priority' ELSE 'standard' END AS tier,
    CASE WHEN status_word LIKE '2__' OR status_word IN (
      ${GOOD.map((status) => `'${status}'`).join(", ")}
    ) THEN 0 ELSE 1 END AS failed
  FROM cleaned
),
-- Failed requests count as requests, and their tokens in the busiest minute only.
log AS (
  SELECT t, model_name AS model, tier AS service_tier, failed,
    COALESCE(all_input, 0) + COALESCE(all_output, 0) AS tokens,
    CASE WHEN failed = 0 THEN all_input END AS input,
    CASE WHEN failed = 0 THEN CASE WHEN all_cached > all_input THEN all_input ELSE all_cached END END AS cached,
    CASE WHEN failed = 0 THEN CASE WHEN all_written > all_input - COALESCE(all_cached, 0) THEN GREATEST(all_input - COALESCE(all_cached, 0), 0) ELSE all_written END END AS written,
    CASE WHEN failed = 0 THEN all_output END AS output,
    CASE WHEN failed = 0 THEN CASE WHEN all_reasoning > all_output THEN all_output ELSE all_reasoning END END AS reasoning
  FROM named
  WHERE failed = 1 OR all_input IS NOT NULL OR all_output IS NOT NULL
),
-- Every request twice: in all, and in its model at its service tier.
counted AS (
  SELECT 'total' AS kind, '' AS model, '' AS service_tier, t, failed, tokens, input, cached, written, output, reasoning FROM log
  UNION ALL
  SELECT 'group' AS kind, model, service_tier, t, failed, tokens, input, cached, written, output, reasoning FROM log
),
shared AS (
  SELECT *, ${divide("t", SECOND)} AS second, ${divide(`MOD(t, 86400${SECOND.slice(1)})`, `3600${SECOND.slice(1)}`)} AS hour,
    CASE WHEN output > 0 THEN CAST(reasoning AS ${double}) / output END AS share
  FROM counted
),
-- For each request those of [t, t + 60 s), of its second, and its rank by size: nearest rank p is ceil(p n / 100).
placed AS (
  SELECT *,
    COUNT(*) OVER (PARTITION BY kind, model, service_tier ORDER BY t RANGE BETWEEN CURRENT ROW AND 59999999999 FOLLOWING) AS minute_requests,
    SUM(tokens) OVER (PARTITION BY kind, model, service_tier ORDER BY t RANGE BETWEEN CURRENT ROW AND 59999999999 FOLLOWING) AS minute_tokens,
    COUNT(*) OVER (PARTITION BY kind, model, service_tier, second) AS second_requests,
${ranks.join(",\n")}
  FROM shared
),
peaked AS (
  SELECT *,
    MAX(minute_requests) OVER (PARTITION BY kind, model, service_tier) AS most_requests,
    MAX(minute_tokens) OVER (PARTITION BY kind, model, service_tier) AS most_tokens
  FROM placed
)
SELECT
  kind, '' AS day, model, service_tier,
  COUNT(*) AS requests,
  SUM(failed) AS failed,
  CASE WHEN kind = 'total' THEN ${divide("MIN(t)", "1000000")} END AS first_ms,
  CASE WHEN kind = 'total' THEN ${divide("MAX(t)", "1000000")} END AS last_ms,
  CASE WHEN kind = 'total' THEN 'utc' END AS clock,
  SUM(input) AS input_tokens, SUM(cached) AS cached_input_tokens, SUM(written) AS cache_write_tokens,
  SUM(output) AS output_tokens, SUM(reasoning) AS reasoning_tokens,
${quantiles.join(",\n")},
  MAX(minute_requests) AS peak_requests,
  ${milliseconds("MIN(CASE WHEN minute_requests = most_requests THEN t END)")} AS peak_requests_ms,
  MAX(minute_tokens) AS peak_tokens,
  ${milliseconds("MIN(CASE WHEN minute_tokens = most_tokens THEN t END)")} AS peak_tokens_ms,
  CASE WHEN ${seconds} > 1 THEN CAST(SUM(second_requests) AS ${double}) / ${seconds} / (CAST(COUNT(*) AS ${double}) / ${seconds}) - CAST(COUNT(*) AS ${double}) / ${seconds} END AS dispersion,
  ${Array.from({ length: 6 }, (_, row) => hours.slice(4 * row, 4 * row + 4).join(", ")).join(",\n  ")}
FROM peaked
GROUP BY kind, model, service_tier
UNION ALL
SELECT
  'day', ${day} AS day, model, service_tier, COUNT(*), NULL, NULL, NULL, NULL, SUM(input), SUM(cached), SUM(written), SUM(output), SUM(reasoning),
  ${absent}
FROM log
GROUP BY day, model, service_tier${after}
`;
}

/** A query and how to run it. */
export interface ProfileSql {
  readonly name: string;
  readonly run: string;
  readonly sql: string;
}

/**
 * For each warehouse the query that makes of a table of requests the same profile, to the last digit, as the
 * reader does of its rows. Busiest minutes and quantiles are exact, by window functions over one sort each;
 * at sizes where that is too slow, APPROX_QUANTILE (DuckDB), APPROX_QUANTILES (BigQuery) or quantileTDigest
 * (ClickHouse) may stand in for the ranks.
 */
export const PROFILE_SQL: readonly ProfileSql[] = DIALECTS.map((dialect) => ({
  name: dialect.name,
  run: dialect.run,
  sql: queryOf(dialect),
}));
