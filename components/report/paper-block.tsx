import type { ReactNode } from "react";
import { isTable, paperTable, type Block, type Row, type ReportTable } from "@/lib/export";
import { classNames } from "@/components/ui/class-names";
import { PaperBar } from "./paper-bar";
import styles from "./paper.module.css";

const ROWS = { head: styles.part, total: styles.total } as const;
const TONES = { ok: "text-ok", near: "text-near", over: "text-over" } as const;

/** A table of more rows may go on on the next page. */
const MOST_KEPT = 20;

/** A table of more columns is set closer, and its words may take several lines. */
const MOST_COLUMNS = 6;

interface PaperBlockProps {
  readonly block: Block;
  /** What follows it. */
  readonly children?: ReactNode;
}

/** A block of a report under its finding. */
export function PaperBlock({ block: whole, children }: PaperBlockProps) {
  const block = isTable(whole) ? paperTable(whole) : whole;
  return (
    <>
      <section className={isTable(block) && block.rows.length > MOST_KEPT ? styles.longTable : undefined}>
        <h2>{block.title}</h2>
        {isTable(block) ? <PaperTable table={block} /> : <FactList block={block} />}
        {block.remark && <p className={styles.remark}>{block.remark}</p>}
      </section>
      {children}
    </>
  );
}

/** A table with one row reads better as a list. */
function listed(block: Block): readonly { readonly label: string; readonly text: string }[] | null {
  if (!isTable(block)) return block.facts.map(({ label, cell }) => ({ label, text: cell.text }));
  const { columns, rows } = paperTable(block);
  if (rows.length !== 1) return null;
  return rows[0]!.cells.map(({ text, value }, index) => {
    const { label, unit } = columns[index]!;
    return { label, text: unit && value !== null ? `${text} ${unit}` : text };
  });
}

/** Three columns hold a few values in one line, and many in fewer lines. */
const isWide = (count: number) => count <= 3 || count > 16;

/** Names and values in two columns; several rows are a table. */
export function FactList({ block }: { readonly block: Block }) {
  const facts = listed(block);
  if (!facts) return isTable(block) && <PaperTable table={block} />;
  return (
    <dl className={classNames(styles.facts, isWide(facts.length) && styles.threeColumns)}>
      {facts.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function PaperTable({ table }: { readonly table: ReportTable }) {
  const shown = paperTable(table);
  const { columns, rows, bars } = shown;
  return (
    <table className={classNames(styles.table, columns.length > MOST_COLUMNS && styles.wideTable)}>
      <thead>
        <tr>
          {columns.map(({ name, label, isNumeric }) => (
            <th key={name} scope="col" className={isNumeric ? "text-right" : undefined}>
              {label}
            </th>
          ))}
          {bars && (
            <th scope="col" className={styles.bars}>
              {bars.label}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <PaperRow key={index} row={row} table={shown} />
        ))}
      </tbody>
    </table>
  );
}

interface PaperRowProps {
  readonly row: Row;
  readonly table: ReportTable;
}

function PaperRow({ row: { cells, is, bar }, table: { columns, bars } }: PaperRowProps) {
  return (
    <tr className={is && ROWS[is]}>
      {cells.map(({ text, tone }, index) => {
        const { isNumeric, isProse } = columns[index]!;
        const look = classNames(isNumeric && "text-right", !isProse && styles.oneLine, tone && TONES[tone]);
        return index === 0 ? (
          <th key={index} scope="row" className={look}>
            {text}
          </th>
        ) : (
          <td key={index} className={look}>
            {text}
          </td>
        );
      })}
      {bars && (
        <td className={styles.bars}>
          <PaperBar parts={bar ?? []} full={bars.full} />
        </td>
      )}
    </tr>
  );
}
