"use client";

import { useState } from "react";
import type { TableColumns, ColumnUse } from "@/lib/usage";
import { COLUMN_USES, columnsFinding } from "@/lib/view/import";
import { Button } from "@/components/ui/button";
import { FieldFrame } from "@/components/ui/fields/field-frame";
import { Section } from "@/components/ui/section";
import { Table } from "@/components/ui/table";
import type { ColumnUses } from "./reading/messages";

const SAMPLES = 3;

/** What each column of a table is taken for, with its first values: each can be corrected, and the table read again. */
export function ColumnsPanel({
  columns,
  onRead,
}: {
  columns: TableColumns;
  onRead: ((said: { columns: ColumnUses }) => void) | null;
}) {
  const [uses, setUses] = useState<ColumnUses>(columns.uses);
  const takenFor = (index: number) => (Object.keys(uses) as ColumnUse[]).find((use) => uses[use] === index) ?? "";
  const choose = (index: number, use: ColumnUse | "") =>
    setUses((now) => ({
      ...(Object.fromEntries(Object.entries(now).filter(([key, at]) => at !== index && key !== use)) as ColumnUses),
      ...(use && { [use]: index }),
    }));
  const changed = JSON.stringify(Object.entries(uses).sort()) !== JSON.stringify(Object.entries(columns.uses).sort());
  return (
    <Section
      id="columns"
      eyebrow="Columns"
      finding={columnsFinding(columns)}
      tools={
        <Button small go={changed} disabled={!onRead || !changed} onClick={() => onRead?.({ columns: uses })}>
          Read again
        </Button>
      }
    >
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label="Columns of the table">
        <Table caption="What each column is used for, and its first values">
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Used for</th>
              <th scope="col">First values</th>
            </tr>
          </thead>
          <tbody>
            {columns.names.map((name, index) => (
              <tr key={index}>
                <th scope="row" className="max-w-60 min-w-28">
                  <b>{name || `column ${index + 1}`}</b>
                </th>
                <td>
                  <FieldFrame className="w-44">
                    <select
                      aria-label={`Use of ${name || `column ${index + 1}`}`}
                      value={takenFor(index)}
                      disabled={!onRead}
                      onChange={({ target }) => choose(index, target.value as ColumnUse | "")}
                    >
                      <option value="">not used</option>
                      {COLUMN_USES.map(({ use, label }) => (
                        <option key={use} value={use}>
                          {label}
                        </option>
                      ))}
                    </select>
                  </FieldFrame>
                </td>
                <td className="max-w-80 truncate text-ink-2">
                  {columns.sample
                    .slice(0, SAMPLES)
                    .map((row) => row[index] ?? "")
                    .filter(Boolean)
                    .join(" · ")}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      {!onRead && (
        <p className="mt-2 text-small text-ink-2">
          After a reload only what was read is there: open the log again to correct its columns.
        </p>
      )}
    </Section>
  );
}
