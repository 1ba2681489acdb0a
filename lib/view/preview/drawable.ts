/** What the fonts of the picture hold: Latin, Greek and Cyrillic letters, digits, common marks. */
const HELD =
  /[ -~\u00a0-\u00ac\u00ae-\u0148\u014a-\u017f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490\u0491\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2039\u203a\u20ac\u2122\u2212]/u;

/** The text with what the fonts do not hold left out, on one line; of a text of other letters nothing is left. */
export function toDrawable(text: string): string {
  const narrow = text.normalize("NFC").replaceAll("\u202f", "\u00a0");
  const held = [...narrow].filter((letter) => HELD.test(letter)).join("");
  return held.replace(/ {2,}/g, " ").trim();
}

/** The text cut to at most so many letters, the last one then an ellipsis. */
export function cutTo(most: number, text: string): string {
  const letters = [...text];
  if (letters.length <= most) return text;
  return `${letters
    .slice(0, most - 1)
    .join("")
    .trimEnd()}…`;
}
