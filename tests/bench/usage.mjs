// Reading logs against the least that has to be done with them: splitting a table into lines, and those into
// cells, parsing each line of JSON.
import { quantile, round } from "./measure.mjs";

/** @typedef {import("./measure.mjs").Row} Row */

const ROUNDS = 7;
const CHUNK = 65_536;

/** @param {any} lib bundled modules @returns {Row[]} */
export function benchUsage({ usage }) {
  const read = (/** @type {Uint8Array} */ bytes) => {
    const reader = new usage.UsageReader();
    for (let from = 0; from < bytes.length; from += CHUNK) reader.push(bytes.subarray(from, from + CHUNK));
    return reader.end().rowsRead;
  };
  const lines = (/** @type {Uint8Array} */ bytes) => eachLine(bytes, (line) => line.length);
  const cells = (/** @type {Uint8Array} */ bytes) => eachLine(bytes, (line) => line.split(",").length);
  const parse = (/** @type {Uint8Array} */ bytes) => eachLine(bytes, (line) => JSON.parse(line).usage.prompt_tokens);
  return [
    .../** @type {const} */ ([
      ["trace", azure(500_000)],
      ["export", dashboard(200_000)],
    ]).flatMap(([name, bytes]) => [
      ratio(`CSV ${name}: lines ÷ reading`, bytes, lines, read),
      ratio(`CSV ${name}: lines and cells ÷ reading`, bytes, cells, read),
    ]),
    ratio("JSON lines: JSON.parse ÷ reading", chat(120_000), parse, read),
  ];
}

/**
 * A line-split loop over chunks as they come from a file.
 * @param {Uint8Array} bytes
 * @param {(line: string) => number} work
 */
function eachLine(bytes, work) {
  const decoder = new TextDecoder();
  let rest = "";
  let total = 0;
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const lines = (rest + decoder.decode(bytes.subarray(from, from + CHUNK), { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) total += work(line);
  }
  return total;
}

/**
 * In turns, in processor time, as others share the machine.
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {(bytes: Uint8Array) => unknown} bare
 * @param {(bytes: Uint8Array) => unknown} read
 * @returns {Row}
 */
function ratio(name, bytes, bare, read) {
  /** @type {number[]} */
  const ofBare = [];
  /** @type {number[]} */
  const ofRead = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const times = [bare, read].map((work) => {
      const start = process.cpuUsage();
      work(bytes);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    });
    if (round === 0) continue;
    ofBare.push(times[0] ?? NaN);
    ofRead.push(times[1] ?? NaN);
  }
  const median = quantile(ofBare, 0.5) / quantile(ofRead, 0.5);
  const rate = bytes.length / 1e3 / quantile(ofRead, 0.5);
  return {
    name,
    target: "≥ 0.5",
    min: round(Math.min(...ofBare) / Math.min(...ofRead)),
    median: round(median),
    pass: median >= 0.5,
    more: `${round(bytes.length / 1e6, 0)} MB, ${round(rate, 0)} MB/s`,
  };
}

/** Numbers that look drawn and are always the same. */
function seeded() {
  let state = 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** @param {string[]} lines */
const bytesOf = (lines) => new TextEncoder().encode(lines.join(""));

/** @param {number} count */
function azure(count) {
  const random = seeded();
  let at = 1_700_158_546_680;
  const lines = ["TIMESTAMP,ContextTokens,GeneratedTokens\r\n"];
  for (let i = 0; i < count; i++) {
    at -= Math.log(random()) * 180;
    lines.push(
      `${new Date(at).toISOString().slice(0, 23).replace("T", " ")}5900,${Math.floor(-Math.log(random()) * 1100)},${Math.floor(-Math.log(random()) * 200)}\r\n`,
    );
  }
  return bytesOf(lines);
}

/** @param {number} count */
function dashboard(count) {
  const lines = [
    "start_time,end_time,start_time_iso,end_time_iso,project_id,num_model_requests,user_id,api_key_id,model,batch,service_tier,input_tokens,output_tokens,input_cached_tokens,input_uncached_tokens\n",
  ];
  for (let i = 0; i < count; i++) {
    const start = 1_736_553_600 + i * 60;
    lines.push(
      `${start},${start + 60},2025-01-11T00:00:00+00:00,2025-01-11T00:01:00+00:00,proj_abc,${i % 50}.0,,,gpt-4o-2024-08-06,FALSE,default,${(i * 7) % 100_000}.0,${i % 5000}.0,0.0,0.0\n`,
    );
  }
  return bytesOf(lines);
}

/** @param {number} count */
function chat(count) {
  const random = seeded();
  let created = 1_726_796_172;
  const lines = [];
  for (let i = 0; i < count; i++) {
    created += Math.floor(random() * 2);
    const output = Math.floor(random() * 900) + 64;
    const input = Math.floor(random() * 4000);
    const usage = {
      prompt_tokens: input,
      completion_tokens: output,
      total_tokens: input + output,
      prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
      completion_tokens_details: {
        reasoning_tokens: 64,
        audio_tokens: 0,
        accepted_prediction_tokens: 0,
        rejected_prediction_tokens: 0,
      },
    };
    lines.push(
      `${JSON.stringify({ id: `chatcmpl-A9Mr6SqhWJJvxwlJ5ucAvyjJ6OSV${i}`, object: "chat.completion", created, model: i % 3 ? "o1-mini-2024-09-12" : "gpt-4o-2024-08-06", usage, service_tier: "default", system_fingerprint: "fp_9620a98a6c" })}\n`,
    );
  }
  return bytesOf(lines);
}
