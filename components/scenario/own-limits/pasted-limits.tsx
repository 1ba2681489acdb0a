import { useMemo, useState } from "react";
import type { LimitsRead } from "@/lib/refusal";
import type { Scenario } from "@/lib/scenario";
import { formatNumber } from "@/lib/view/text";
import { ownLimitsView, withOwnLimits, type OwnLimitRow, type OwnLimitsChoice } from "@/lib/view/refusal";
import { useEdit } from "@/components/scenario/edit-context";
import { Button } from "@/components/ui/button";
import { Summary } from "@/components/ui/disclosure";
import { FieldError } from "@/components/ui/fields/field-frame";
import { YesMark } from "@/components/ui/more-marks";
import { Table } from "@/components/ui/table";
import { Questions } from "./questions";

interface PastedLimitsProps {
  readonly read: LimitsRead;
  readonly scenario: Scenario;
}

const limits = (count: number) => (count === 1 ? "1 limit" : `${formatNumber(count)} limits`);

/** The limits of a pasted text, each beside the one the scenario goes by; those that are ticked become its own. */
export function PastedLimits({ read, scenario }: PastedLimitsProps) {
  const edit = useEdit();
  const [choice, setChoice] = useState<OwnLimitsChoice>({ tpdIsDay: false, model: null });
  const [ticks, setTicks] = useState<Readonly<Record<string, boolean>>>({});
  const view = useMemo(() => ownLimitsView(read, scenario, choice), [read, scenario, choice]);
  const isTaken = (row: OwnLimitRow) => !row.isSame && (ticks[row.key] ?? row.isUsed);
  const taken = view.rows.filter(isTaken);
  const { scenario: next, leftOut } = withOwnLimits(scenario, taken);
  const used = view.rows.filter(({ isUsed }) => isUsed);
  const others = view.rows.filter(({ isUsed }) => !isUsed);
  const rows = { isTaken, onTick: (key: string, on: boolean) => setTicks({ ...ticks, [key]: on }) };
  return (
    <>
      {view.errors.map((error) => (
        <FieldError key={error}>{error}</FieldError>
      ))}
      <Questions view={view} choice={choice} onChoice={setChoice} />
      {used.length > 0 && <Rows caption="Limits of models in use" rows={used} {...rows} />}
      {others.length > 0 && (
        <details className="mt-2" open={used.length === 0}>
          <Summary className="flex items-center gap-2 text-small text-ink-2">
            {limits(others.length)} of models that this scenario does not use
          </Summary>
          <Rows caption="Limits of other models" rows={others} {...rows} />
        </details>
      )}
      {view.remarks.map((remark) => (
        <p key={remark} className="mt-1 max-w-[64ch] text-small text-ink-2">
          {remark}
        </p>
      ))}
      {leftOut !== null && <FieldError>{leftOut}</FieldError>}
      {view.rows.length > 0 && (
        <Button
          go
          className="mt-2"
          disabled={taken.length === 0 || next === scenario}
          onClick={() => edit({ do: "set", scenario: next, done: `Took ${limits(taken.length)}` })}
        >
          {taken.length === 0 ? "No limit to use" : `Use ${limits(taken.length)}`}
        </Button>
      )}
    </>
  );
}

interface RowsProps {
  readonly caption: string;
  readonly rows: readonly OwnLimitRow[];
  readonly isTaken: (row: OwnLimitRow) => boolean;
  readonly onTick: (key: string, on: boolean) => void;
}

function Rows({ caption, rows, isTaken, onTick }: RowsProps) {
  return (
    <Table compact className="mt-2 w-full text-13" caption={caption}>
      <thead>
        <tr>
          <th scope="col" className="text-left">
            Use
          </th>
          <th scope="col" className="text-right">
            Today
          </th>
          <th scope="col" className="text-right">
            Read
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className="text-right">
            <th scope="row" className="text-left font-normal">
              <label className="flex items-start gap-2">
                {row.isSame ? (
                  <YesMark size={13} className="mt-1 shrink-0 text-ok" />
                ) : (
                  <input
                    type="checkbox"
                    className="mt-1 shrink-0"
                    checked={isTaken(row)}
                    onChange={({ target }) => onTick(row.key, target.checked)}
                  />
                )}
                <span>
                  <b>{row.pool}</b> {row.limit}
                  {row.isSame && <small className="block">the same as today</small>}
                  {row.written !== row.pool && <small className="block">as {row.written}</small>}
                  {row.note && <small className="block">{row.note}</small>}
                </span>
              </label>
            </th>
            <td className="text-ink-2">{row.today}</td>
            <td>{row.read}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
