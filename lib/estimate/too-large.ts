import type { NoteCode, TierVerdict } from "./types";

const TOO_LARGE: ReadonlySet<NoteCode> = new Set([
  "request-exceeds-tpm",
  "exceeds-context",
  "exceeds-max-input",
  "exceeds-max-output",
]);

/** Whether one request alone is over what its model or the tier’s TPM takes: no rate is low enough. */
export function isTooLarge({ reasons }: TierVerdict): boolean {
  return reasons.some((code) => TOO_LARGE.has(code));
}
