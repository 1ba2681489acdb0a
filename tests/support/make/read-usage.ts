import { UsageReader, type UsageReaderOptions, type UsageReport } from "@/lib/usage";

/** What a file says, its text or bytes pushed at once. */
export function readUsage(file: string | Uint8Array, options?: UsageReaderOptions): UsageReport {
  const reader = new UsageReader(options);
  reader.push(typeof file === "string" ? new TextEncoder().encode(file) : file);
  return reader.end();
}
