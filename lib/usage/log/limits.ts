/** A row longer than this is left out, so that memory stays flat. */
export const MOST_ROW_BYTES = 16 * 2 ** 20;
export const OVERLONG = "it is longer than 16 MB";

export const OTHER_ENCODING = "Some text is not UTF-8; it is read as Windows-1252.";
