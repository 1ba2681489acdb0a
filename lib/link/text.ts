/** Percent codes of characters that are legal in a query and stay readable there; browsers keep them as they are. */
const KEPT = /%(3A|2F|2C|40|3B|24|3F)/g;

/** A value as it stands in a query: spaces as `+`, punctuation that is legal there left readable. */
export function encodeText(text: string): string {
  return encodeURIComponent(text)
    .replace(KEPT, (code) => decodeURIComponent(code))
    .replace(/'/g, "%27")
    .replace(/%20/g, "+");
}
