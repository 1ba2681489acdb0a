/** Two workers: one at work, and one warm, so that a new order waits for no script. An order ends the one before. */
export class Bench<Order, Report> {
  private busy: Worker | null = null;
  private spare: Worker | null = null;

  /** `isLast`: whether a report is the last one of its order; `failed`: the report of a script that could not be fetched, or broke. */
  constructor(
    private readonly hire: () => Worker,
    private readonly isLast: (report: Report) => boolean,
    private readonly failed: (message: string) => Report,
  ) {}

  /** Does the order in place of what is being done. */
  order(order: Order, hear: (report: Report) => void): void {
    this.stop();
    const worker = this.spare ?? this.hire();
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
      hear(this.failed(event.message || "its script could not be fetched"));
    };
    worker.postMessage(order);
  }

  /** Ends what is being done; another worker is warmed in its place. */
  stop(): void {
    if (!this.busy) return;
    this.busy.onmessage = this.busy.onerror = null;
    this.busy.terminate();
    this.busy = null;
    this.spare ??= this.hire();
  }

  /** Ends all. */
  close(): void {
    this.busy?.terminate();
    this.spare?.terminate();
    this.busy = this.spare = null;
  }
}
