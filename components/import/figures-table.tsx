import type { ImportRow } from "@/lib/view/import";
import { Termed } from "@/components/figures/term-link";
import { Table } from "@/components/ui/table";
import styles from "./figures-table.module.css";

interface FiguresTableProps {
  readonly caption: string;
  /** The head of the column that names the rows. */
  readonly first: string;
  /** The heads of the other columns, one for each cell of a row. */
  readonly head: readonly string[];
  readonly rows: readonly ImportRow[];
}

/** A table of figures; the first column names the row. On a phone each row is a block, its figures with their names. */
export function FiguresTable({ caption, first, head, rows }: FiguresTableProps) {
  return (
    <Table className={styles.figures} role="table" caption={caption}>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {first}
          </th>
          {head.map((name) => (
            <th key={name} scope="col" role="columnheader" className="text-right">
              <Termed label={name} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, name, about, cells }) => (
          <tr key={key} role="row">
            <th scope="row" role="rowheader">
              <b>{name}</b>
              {about && <small className="block">{about}</small>}
            </th>
            {cells.map((cell, index) => (
              <td
                key={index}
                role="cell"
                className="text-right whitespace-nowrap max-tablet:text-left max-tablet:whitespace-normal"
                data-name={head[index]}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
