/** The words that refusals are told by, for joining one that a terminal broke at the end of its line. */
const WORDS = new Set(
  (
    "rate limit reached exceeded exceed exceeds request requests requested large please try again retry after in " +
    "seconds second tokens token per min minute hour day month used current enqueued organization project input " +
    "messages resulted configured maximum context length completion quota billing account active number surpassed " +
    "called deployment deployments available remaining window model insufficient_quota billing_not_active " +
    "credit_balance_exhausted organization_usage_limit_exceeded organization_spend_limit_exceeded " +
    "project_spend_limit_exceeded context_length_exceeded ratelimit reset"
  ).split(" "),
);

/** Two parts of one of the words, with the end of a line between them, as one. Numbers are never joined. */
function mended(text: string): string {
  return text.replace(/([A-Za-z_]+)([ \t]*\r?\n[ \t]*)([A-Za-z_]+)/g, (all, one: string, _, other: string) =>
    WORDS.has((one + other).toLowerCase()) && !(WORDS.has(one.toLowerCase()) && WORDS.has(other.toLowerCase()))
      ? one + other
      : all,
  );
}

/**
 * The text without what says nothing of limits (escapes of JSON, colours of a terminal, marks of a text editor),
 * its broken words mended.
 */
export function plain(text: string): string {
  return mended(
    text
      .replace(/\u001b\[[\d;]*m/g, "")
      .replace(/\\{1,4}[nrt]/g, " ")
      .replace(/\\{1,4}(["'/])/g, "$1")
      .replace(/(?<!\d)[*`│|┃]|[*`│|┃](?!\d)/g, ""),
  );
}

/** Whether a line ends within what follows `rest`’s begin, so that it may go on in the next one. */
export const goesOnBelow = (rest: string) => /^[ \t]*\r?\n[ \t]*(?:\d+(?:\.\d+)?(?:ms|[smhd])\b|m?s\b)/.test(rest);
