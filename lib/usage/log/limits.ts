/** The most bytes of a row; a longer one is left out, so that memory does not grow with it. */
export const MOST_ROW_BYTES = 16 * 2 ** 20;
/** The reason given for a row longer than `MOST_ROW_BYTES`. */
export const OVERLONG = "it is longer than 16 MB";

/** The remark on a file that is not UTF-8. */
export const OTHER_ENCODING = "Some text is not UTF-8; it is read as Windows-1252.";
