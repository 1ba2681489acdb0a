import { MILLI } from "@/lib/fields";
import { outputMilli } from "@/lib/rates";
import type { Workload } from "@/lib/scenario";

/** A cap that leaves a mean output room: at least 1.25 times it, in steps of 500 tokens. */
export function roomyCap(workload: Workload): number {
  return Math.ceil((outputMilli(workload) * 1.25) / MILLI / 500) * 500;
}
