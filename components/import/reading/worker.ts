import { CHECKED_ON } from "@/lib/catalogue";
import { isGzip, UsageReader, workloadsOf, type UsageReport } from "@/lib/usage";
import { comparedModel } from "@/lib/view/import";
import type { ImportTask, ImportReply } from "./messages";
import { tokenizersFor } from "@/components/import/tokens/tokenizers";

/** Milliseconds between two progress replies, at least. */
const PROGRESS_MS = 50;

const scope = self as unknown as {
  onmessage: (event: MessageEvent<ImportTask>) => void;
  postMessage: (report: ImportReply, transfer?: Transferable[]) => void;
};

/**
 * Reads a log as its bytes come, so that memory does not grow with it; what a broken gzip gave before it
 * broke is kept.
 */
async function read({ source, columns, readings }: ImportTask): Promise<UsageReport> {
  const reader = new UsageReader({ readings, ...(columns && { uses: columns }), ...(await tokenizersFor(source)) });
  let bytes = 0;
  let last = performance.now();
  const count = (more: number) => {
    bytes += more;
    const now = performance.now();
    if (now - last < PROGRESS_MS) return;
    last = now;
    scope.postMessage({ type: "progress", bytes, rows: reader.rowsRead });
  };
  if (!isGzip(new Uint8Array(await source.slice(0, 4).arrayBuffer()))) {
    for (const from = source.stream().getReader(); ;) {
      const { done, value } = await from.read();
      if (done) return reader.end();
      reader.push(value);
      count(value.length);
    }
  }
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, to) {
      count(chunk.length);
      to.enqueue(chunk);
    },
  });
  const from = source.stream().pipeThrough(counted).pipeThrough(new DecompressionStream("gzip")).getReader();
  try {
    for (;;) {
      const { done, value } = await from.read();
      if (done) return reader.end();
      reader.push(value);
    }
  } catch {
    const report = reader.end();
    return {
      ...report,
      remarks: [...report.remarks, "The gzip is broken or ends early; what came before that was read."],
    };
  }
}

scope.onmessage = async ({ data }) => {
  try {
    const report = await read(data);
    const made = workloadsOf(report, comparedModel(report, CHECKED_ON));
    const { trace } = report;
    scope.postMessage(
      { type: "done", report, made },
      trace ? ([trace.atMs.buffer, trace.inputTokens.buffer, trace.outputTokens.buffer] as ArrayBuffer[]) : [],
    );
  } catch (fault) {
    scope.postMessage({ type: "failed", message: fault instanceof Error ? fault.message : String(fault) });
  }
};
