import { LARGEST } from "@/lib/fields";
import { modelNamed } from "@/lib/catalogue";
import { withoutOwner } from "../types";
import type { LimitFault, LimitField, LimitRead, LimitsRead } from "./types";

const FIELDS: Readonly<Record<string, LimitField>> = {
  max_requests_per_1_minute: "rpm",
  max_tokens_per_1_minute: "tpm",
  max_requests_per_1_day: "rpd",
  max_tokens_per_1_day: "tpd",
  batch_1_day_max_input_tokens: "batchQueueTokens",
};
const OTHERS: Readonly<Record<string, string>> = {
  max_images_per_1_minute: "images a minute",
  max_audio_megabytes_per_1_minute: "audio a minute",
};

/** Whether a text has rate-limit objects of the admin API, as JSON or as an SDK prints them. */
export const hasLimitObjects = (text: string) =>
  /\b(?:max_[a-z]+_per_1_[a-z]+|batch_1_day_max_input_tokens)\b/.test(text);

/** An object without others in it, and the key before it, by which an older call names the model. */
const OBJECT = /(?:["']([^"'\n]{1,100})["']\s*:\s*)?[{(]([^{}()]*)([})]|$)/g;
const ENTRY =
  /["']?\b(model|max_[a-z]+_per_1_[a-z]+|batch_1_day_max_input_tokens)["']?\s*[:=]\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s,})"']+))/g;

function readObject(key: string | undefined, inside: string, faults: LimitFault[], others: Set<string>): LimitRead[] {
  const entries = new Map(
    [...inside.matchAll(ENTRY)].map(([, name, double, single, bare]) => [name!, double ?? single ?? bare!] as const),
  );
  const written = entries.get("model") ?? key;
  if (written === undefined) {
    faults.push({ line: null, text: inside.trim().slice(0, 60), expected: "a model in each object" });
    return [];
  }
  const model = withoutOwner((modelNamed(written) ?? written).toLowerCase());
  return [...entries].flatMap(([name, text]): LimitRead[] => {
    if (OTHERS[name]) others.add(OTHERS[name]);
    const field = FIELDS[name];
    if (!field || text === "null" || text === "None" || text === "undefined") return [];
    const value = /^\d{1,13}$/.test(text) ? Number(text) : 0;
    if (value >= 1 && value <= LARGEST) return [{ model, field, value, project: true, isTpd: false }];
    faults.push({ line: null, text: `${model} ${name} ${text}`, expected: "a whole number above 0" });
    return [];
  });
}

/** The rate-limit objects of `GET /v1/organization/projects/{id}/rate_limits`, one or a list of them. */
export function readLimitObjects(text: string): LimitsRead {
  const faults: LimitFault[] = [];
  const others = new Set<string>();
  const limits = [...text.matchAll(OBJECT)]
    .filter(({ 2: inside }) => hasLimitObjects(inside!))
    .flatMap(({ 1: key, 2: inside, 3: end }) => {
      if (end) return readObject(key, inside!, faults, others);
      faults.push({ line: null, text: inside!.trim().slice(0, 60), expected: "an object that ends" });
      return [];
    });
  if (limits.length === 0 && faults.length === 0)
    faults.push({ line: null, text: text.trim().slice(0, 60), expected: "objects with a model and its limits" });
  return { limits, faults, others: [...others], isPart: /["']?\bhas_more["']?\s*[:=]\s*true\b/i.test(text) };
}
