import leftOut from "./data/left-out.json" with { type: "json" };
import { fromData } from "./from-data";

/** Names of the packages that the catalogue leaves out, and why; `kind` is what a reader calls them. */
interface LeftOut {
  readonly kind?: string;
  readonly reason: string;
}

/** The kinds of models that the catalogue leaves out, each with its reason in words without capital and full stop. */
export const LEFT_OUT_KINDS: readonly { readonly kind: string; readonly reason: string }[] = fromData<
  readonly (LeftOut & { readonly match: string })[]
>(leftOut).flatMap(({ kind, reason }) => (kind === undefined ? [] : [{ kind, reason }]));
