/**
 * Holds two workers: one at work, and one whose script is already there, so that a new order waits for no script.
 * An order ends the one before.
 */
export class WorkerSlot<Order, Report> {
  private busy: Worker | null = null;
  private spare: Worker | null = null;

  /**
   * `isLast`: whether a report is the last one of its order; `failed`: the report of a script that could not
   * be fetched, or broke.
   */
  constructor(
    private readonly start: () => Worker,
    private readonly isLast: (report: Report) => boolean,
    private readonly failed: (message: string) => Report,
  ) {}

  /** Ends the current order and starts this one; `hear` gets every report of it. */
  order(order: Order, hear: (report: Report) => void): void {
    this.stop();
    const worker = this.spare ?? this.start();
    this.spare = null;
    this.busy = worker;
    const end = () => {
      if (this.busy === worker) this.busy = null;
      worker.onmessage = worker.onerror = null;
    };
    worker.onmessage = ({ data }: MessageEvent<Report>) => {
      if (this.isLast(data)) {
        end();
        if (this.spare) worker.terminate();
        else this.spare = worker;
      }
      hear(data);
    };
    worker.onerror = (event) => {
      end();
      worker.terminate();
      // A script that a worker asks for in turn fails there, in the browser’s own words.
      const isUnfetched = !event.message || event.message.includes("importScripts");
      hear(this.failed(isUnfetched ? "its script could not be fetched" : event.message));
    };
    worker.postMessage(order);
  }

  /** Has a worker ready for the next order. */
  prepare(): void {
    if (this.spare) return;
    const worker = (this.spare = this.start());
    // One whose script is missing is started again by the order, which then hears of it.
    worker.onerror = () => {
      if (this.spare === worker) this.spare = null;
    };
  }

  /** Ends the current order; another worker is started in place of the one that ran it. */
  stop(): void {
    if (!this.busy) return;
    this.busy.onmessage = this.busy.onerror = null;
    this.busy.terminate();
    this.busy = null;
    this.prepare();
  }

  /** Ends both workers. */
  close(): void {
    this.busy?.terminate();
    this.spare?.terminate();
    this.busy = this.spare = null;
  }
}
