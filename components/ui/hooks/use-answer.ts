import { startTransition, useEffect, useRef, useState } from "react";
import type { WorkerSlot } from "./worker-slot";

/**
 * What a worker answers of `asked`, `null`: nothing is asked. The last answer stands until the next has come. `start`
 * fetches what makes the worker, and is the same in every render; `initial` is known of `of` from the first one on.
 */
export function useAnswer<Asked extends object, Answer>(
  asked: Asked | null,
  start: () => Promise<() => WorkerSlot<Asked, Answer>>,
  initial: { readonly of: Asked | null; readonly answer: Answer },
): Answer {
  const [known, setKnown] = useState(initial);
  const slot = useRef<WorkerSlot<Asked, Answer> | null>(null);
  const waits = asked !== null && known.of !== asked;
  useEffect(() => {
    if (!waits) return;
    let gone = false;
    void start().then((make) => {
      if (gone) return;
      slot.current ??= make();
      slot.current.order(asked, (answer) => startTransition(() => setKnown({ of: asked, answer })));
    });
    return () => {
      gone = true;
    };
  }, [asked, waits, start]);
  useEffect(() => () => slot.current?.close(), []);
  return known.answer;
}
