// Differences from the packages and the reasons given for them: one without a reason fails the check, and so
// does a reason that no difference needs.
import { EXPLAINED } from "./hand-kept.mjs";

/** @import { Difference } from "./compare.mjs" */

const same = (/** @type {Difference} */ a, /** @type {Difference} */ b) =>
  a.id === b.id && a.field === b.field && a.theirs === b.theirs && a.ours === b.ours;

/** The reason for a difference, if there is one. @param {Difference} difference */
export const reasonOf = (difference) => EXPLAINED.find((known) => same(known, difference))?.reason;

/** The entries that no difference needs any more. @param {readonly Difference[]} found */
export const idle = (found) => EXPLAINED.filter((known) => !found.some((difference) => same(known, difference)));
