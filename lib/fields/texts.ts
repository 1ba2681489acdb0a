/** Whether the text holds half of a surrogate pair, which no URL can carry. */
export function hasLoneSurrogate(text: string): boolean {
  return /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
}

/** Whether the text has at most `most` code points. */
export function isWithin(text: string, most: number): boolean {
  if (text.length <= most) return true;
  let count = 0;
  for (const _ of text) if (++count > most) return false;
  return true;
}
