import type { NoteCode } from "./types";

const TOO_LARGE: ReadonlySet<string> = new Set([
  "request-exceeds-tpm",
  "exceeds-context",
  "exceeds-max-input",
  "exceeds-max-output",
] satisfies NoteCode[]);

/** Whether, by its reasons, one request alone is over what its model or the tier’s TPM takes: no rate is low enough. */
export function isTooLarge({ reasons }: { readonly reasons: readonly string[] }): boolean {
  return reasons.some((code) => TOO_LARGE.has(code));
}
