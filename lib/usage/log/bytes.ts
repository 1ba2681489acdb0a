/** What a file is besides text, by its first bytes. */
const SIGNATURES: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 3, 4], "a ZIP archive or an Excel workbook; export it as CSV"],
  [[0x25, 0x50, 0x44, 0x46], "a PDF"],
  [[0x1f, 0x8b], "still compressed by gzip"],
  [[0x28, 0xb5, 0x2f, 0xfd], "compressed by zstd; decompress it first"],
  [[0x42, 0x5a, 0x68], "compressed by bzip2; decompress it first"],
  [[0x50, 0x41, 0x52, 0x31], "a Parquet file; export it as CSV or JSON lines"],
];

const begins = (bytes: Uint8Array, signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte);

/** Whether bytes are compressed by gzip. */
export const isGzip = (bytes: Uint8Array): boolean => begins(bytes, [0x1f, 0x8b]);

/** The encoding that a byte-order mark names, and how many bytes the mark takes; UTF-8 without one. */
export function textEncodingOf(bytes: Uint8Array): {
  readonly name: "utf-8" | "utf-16le" | "utf-16be";
  readonly mark: number;
} {
  if (begins(bytes, [0xff, 0xfe])) return { name: "utf-16le", mark: 2 };
  if (begins(bytes, [0xfe, 0xff])) return { name: "utf-16be", mark: 2 };
  return { name: "utf-8", mark: begins(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0 };
}

/** Why bytes are not text, in words that follow `The file is`; `null` for text. */
export function binaryKind(bytes: Uint8Array): string | null {
  const known = SIGNATURES.find(([signature]) => begins(bytes, signature));
  return known ? known[1] : bytes.includes(0) ? "binary, and no text in UTF-8 or UTF-16" : null;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder("windows-1252");

/** Decodes bytes as UTF-8, or, where they are not that, as Windows-1252, and then calls `onOther`. */
export function textOf(bytes: Uint8Array, onOther: () => void): string {
  try {
    return utf8.decode(bytes);
  } catch {
    onOther();
    return windows1252.decode(bytes);
  }
}
