import type { Simulation } from "@/lib/simulation";
import type { TrafficSide, TrafficSides } from "@/lib/view/traffic";
import { ratio, words } from "../cells";
import type { Cell, ReportTable } from "../report";
import { recoveryMinutes } from "./figures";

type Named = Readonly<Record<string, (run: Simulation) => number | null>>;

const share = (part: (run: Simulation) => number) => (run: Simulation) =>
  run.offered > 0 ? part(run) / run.offered : 0;

/** The number behind a row of a comparison, by the name of the row. */
const NUMBERS: Named = {
  Admitted: share(({ admitted }) => admitted),
  Waited: share(({ delayed, queued }) => delayed + queued),
  Failed: share(({ failed }) => failed),
  "p95 wait": ({ waits }) => waits.p95,
  "Longest wait": ({ waits }) => waits.max,
  "429 answers": ({ throttled }) => throttled,
  Recovery: recoveryMinutes,
};

/** What the columns are called by programs. */
const NAMES: Readonly<Record<string, string>> = {
  Admitted: "admitted_share",
  Waited: "waited_share",
  Failed: "failed_share",
  "p95 wait": "wait_p95_ms",
  "Longest wait": "wait_longest_ms",
  "429 answers": "throttled_answers",
  Recovery: "recovery_minutes",
};

const TONES = { ok: { tone: "ok" }, over: { tone: "over" }, never: { tone: "over" }, unknown: {} } as const;

function fitCell({ tone, word }: TrafficSide): Cell {
  return { ...words(word, tone), ...(tone && TONES[tone]) };
}

/** Runs side by side, one a row; one that is not done has unknown figures. */
export function sidesBlock(
  key: string,
  { finding, rows, sides }: TrafficSides,
  runOf: (key: string) => Simulation | undefined,
): ReportTable {
  return {
    key,
    title: finding,
    columns: [
      { name: "run", label: "" },
      { name: "outcome", label: "" },
      ...rows.map(({ name }) => ({ name: NAMES[name] ?? name, label: name, isNumeric: true })),
    ],
    rows: sides.map((side) => {
      const run = runOf(side.key);
      const numbers = rows.map(({ name }, index): Cell => {
        const text = side.cells?.[index] ?? "–";
        const number = NUMBERS[name];
        return run && number && text !== "–" ? ratio(number(run), text) : words(text, null);
      });
      return {
        cells: [words(`${side.name}${side.chosen ? ", chosen" : ""}`, side.key), fitCell(side), ...numbers],
      };
    }),
  };
}
