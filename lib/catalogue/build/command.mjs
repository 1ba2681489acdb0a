// What both commands share.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

/** The day after `--on`, else today. @param {readonly string[]} args */
export function dayFrom(args) {
  const at = args.indexOf("--on");
  if (at < 0) return new Date().toISOString().slice(0, 10);
  const day = args[at + 1] ?? "";
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    throw new Error(`--on takes a day written YYYY-MM-DD, not ${JSON.stringify(day)}`);
  return day;
}
