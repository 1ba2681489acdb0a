// Every figure of a package that the catalogue does not follow, and why. One that differs in another way fails the check; so does one that no longer differs.

/** @import { Difference } from "./compare.mjs" */

const LATER_CUT = "The package has one price for all time; OpenAI cut it on 31 January 2025.";
const NO_CACHING_YET = "Prompt caching began on 1 October 2024; the package has its discount from the start.";
const NEWER = "Released after the package; prices from OpenAI’s model page.";
const ROUNDED = "The package rounds the window to a million; OpenAI’s model-page data has it to the token.";
const CHAT_WINDOW =
  "The package counts the chat model with its reasoning sibling; OpenAI’s model-page data has a window of its own.";

/** @type {readonly (Difference & { reason: string })[]} */
export const EXPLAINED = [
  { id: "o1-mini", field: "input from 2024-09-12", theirs: "1.10", ours: "3.00", reason: LATER_CUT },
  { id: "o1-mini", field: "cachedInput from 2024-09-12", theirs: "0.55", ours: "none", reason: NO_CACHING_YET },
  { id: "o1-mini", field: "output from 2024-09-12", theirs: "4.40", ours: "12.00", reason: LATER_CUT },
  { id: "o1-mini", field: "input from 2024-10-01", theirs: "1.10", ours: "3.00", reason: LATER_CUT },
  { id: "o1-mini", field: "cachedInput from 2024-10-01", theirs: "0.55", ours: "1.50", reason: LATER_CUT },
  { id: "o1-mini", field: "output from 2024-10-01", theirs: "4.40", ours: "12.00", reason: LATER_CUT },
  { id: "o1-preview", field: "cachedInput from 2024-09-12", theirs: "7.50", ours: "none", reason: NO_CACHING_YET },
  { id: "gpt-4o-mini", field: "cachedInput from 2024-07-18", theirs: "0.075", ours: "none", reason: NO_CACHING_YET },
  {
    id: "o3",
    field: "cachedInput from 2025-04-16",
    theirs: "0.50",
    ours: "2.50",
    reason: "The package has the price of cached input after the cut of 10 June 2025 already before it.",
  },
  { id: "gpt-6.2-sol", field: "price", theirs: "none", ours: "priced", reason: NEWER },
  { id: "gpt-6.1-sol", field: "price", theirs: "none", ours: "priced", reason: NEWER },
  { id: "gpt-5.5-pro", field: "contextWindow by price", theirs: "1000000", ours: "1050000", reason: ROUNDED },
  { id: "gpt-5.5", field: "contextWindow by price", theirs: "1000000", ours: "1050000", reason: ROUNDED },
  { id: "gpt-4.1", field: "contextWindow by price", theirs: "1000000", ours: "1047576", reason: ROUNDED },
  { id: "gpt-4.1-mini", field: "contextWindow by price", theirs: "1000000", ours: "1047576", reason: ROUNDED },
  { id: "gpt-4.1-nano", field: "contextWindow by price", theirs: "1000000", ours: "1047576", reason: ROUNDED },
  { id: "gpt-5.2-chat-latest", field: "contextWindow by price", theirs: "400000", ours: "128000", reason: CHAT_WINDOW },
  { id: "gpt-5.1-chat-latest", field: "contextWindow by price", theirs: "400000", ours: "128000", reason: CHAT_WINDOW },
  { id: "gpt-5-chat-latest", field: "contextWindow by price", theirs: "400000", ours: "128000", reason: CHAT_WINDOW },
];

const same = (/** @type {Difference} */ a, /** @type {Difference} */ b) =>
  a.id === b.id && a.field === b.field && a.theirs === b.theirs && a.ours === b.ours;

/** The reason for a difference, if there is one. @param {Difference} difference */
export const reasonOf = (difference) => EXPLAINED.find((known) => same(known, difference))?.reason;

/** The entries that no difference needs any more. @param {readonly Difference[]} found */
export const idle = (found) => EXPLAINED.filter((known) => !found.some((difference) => same(known, difference)));
