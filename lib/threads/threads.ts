/** What a thread calls: once with the reply to each task, in turn, and once with why it ended. */
interface Heard<Reply> {
  readonly reply: (reply: Reply) => void;
  readonly end: (why: Error) => void;
}

/** Starts a thread; what is returned gives it a task. It is given one at a time. */
export type Spawn<Task, Reply> = (heard: Heard<Reply>) => (task: Task) => void;

interface Most {
  readonly threads: number;
  /** Tasks that wait for a thread. */
  readonly waiting: number;
  /** The weight of all that wait, in whatever unit tasks are given theirs. */
  readonly weight: number;
}

interface Job<Task, Reply> {
  readonly task: Task;
  readonly weight: number;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (why: unknown) => void;
}

/**
 * Runs tasks on at most so many threads, in the order they come; those for which no thread is free wait, up to a bound.
 * Threads start when they are first needed. One that ends fails the task it had, and another is started for the next.
 */
export class Threads<Task, Reply> {
  private readonly idle: ((job: Job<Task, Reply>) => void)[] = [];
  private readonly waiting: Job<Task, Reply>[] = [];
  private alive = 0;
  private weight = 0;

  constructor(
    private readonly spawn: Spawn<Task, Reply>,
    private readonly most: Most,
  ) {}

  /** How many tasks run or wait. */
  get size(): number {
    return this.alive - this.idle.length + this.waiting.length;
  }

  /** Whether a task of this weight would be refused. */
  isFull(weight: number): boolean {
    if (this.idle.length > 0 || this.alive < this.most.threads) return false;
    return this.waiting.length >= this.most.waiting || this.weight + weight > this.most.weight;
  }

  /**
   * The reply to the task; `null` where it is full. Rejects where the thread ends before it replies, and where `signal`
   * aborts the task while it waits.
   */
  run(task: Task, weight: number, signal?: AbortSignal): Promise<Reply> | null {
    if (this.isFull(weight)) return null;
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const job = { task, weight, resolve, reject };
      const thread = this.idle.pop() ?? (this.alive < this.most.threads ? this.start() : null);
      if (thread) return thread(job);
      this.waiting.push(job);
      this.weight += weight;
      signal?.addEventListener("abort", () => this.leave(job, signal.reason), { once: true });
    });
  }

  private leave(job: Job<Task, Reply>, why: unknown): void {
    const at = this.waiting.indexOf(job);
    if (at < 0) return;
    this.waiting.splice(at, 1);
    this.weight -= job.weight;
    job.reject(why);
  }

  /** The task that has waited longest. */
  private next(): Job<Task, Reply> | undefined {
    const job = this.waiting.shift();
    if (job) this.weight -= job.weight;
    return job;
  }

  private start(): (job: Job<Task, Reply>) => void {
    this.alive++;
    let current: Job<Task, Reply> | undefined;
    let isOver = false;
    const work = (job: Job<Task, Reply>) => {
      current = job;
      give(job.task);
    };
    const reply = (reply: Reply) => {
      current?.resolve(reply);
      current = this.next();
      if (current) give(current.task);
      else this.idle.push(work);
    };
    const end = (why: Error) => {
      if (isOver) return;
      isOver = true;
      this.alive--;
      const at = this.idle.indexOf(work);
      if (at >= 0) this.idle.splice(at, 1);
      current?.reject(why);
      current = undefined;
      const job = this.next();
      if (job) this.start()(job);
    };
    const give = this.spawn({ reply, end });
    return work;
  }
}
