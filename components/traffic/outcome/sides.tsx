import type { ReactNode } from "react";
import type { TrafficSide, TrafficSides } from "@/lib/view/traffic";
import { TierWord } from "@/components/figures/tiers/tier-grid";
import { TONE_COLOURS, ToneMark } from "@/components/figures/tone";
import { TryLink } from "@/components/figures/try-link";
import { classNames } from "@/components/ui/class-names";
import { NeedsScripts } from "@/components/ui/page/needs-scripts";
import { Table } from "@/components/ui/table";
import styles from "./sides.module.css";

interface SideHeadProps {
  readonly side: TrafficSide;
  /** In the grid of tiers every verdict has its colour, and a phone shows its mark without the word. */
  readonly inGrid?: boolean;
}

/** Why cells are empty without scripts: the server runs the scenario alone. */
export const OTHER_RUNS = "The other columns are simulated by this browser, which needs JavaScript for it.";

/** The name of a run, pressed to try it, and its verdict. */
export function SideHead({ side: { name, chosen, tone, word, scenario }, inGrid = false }: SideHeadProps) {
  const label = chosen ? `${name}, chosen` : name;
  const coloured = tone !== null && (inGrid || tone === "over" || tone === "never");
  return (
    <>
      {scenario ? (
        <TryLink look="name" scenario={scenario} label={label}>
          {name}
        </TryLink>
      ) : (
        <b>{name}</b>
      )}
      <small className={classNames("block", coloured ? TONE_COLOURS[tone] : "text-ink-2")}>
        {tone && <ToneMark tone={tone} size={11} />} {inGrid ? <TierWord>{word}</TierWord> : <span>{word}</span>}
      </small>
    </>
  );
}

/** The value of a cell; dots while its run is not done. */
export function SideCell({ side: { cells }, row }: { side: TrafficSide; row: number }): ReactNode {
  return cells ? cells[row] : <span className="text-ink-3">…</span>;
}

/** A few runs beside each other, a row for each measure; the scenario’s own column is tinted. */
export function SidesTable({ sides: { rows, sides }, caption }: { sides: TrafficSides; caption: string }) {
  return (
    <>
      <Table even caption={caption} className={styles.sides}>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">Measure</span>
            </th>
            {sides.map((side) => (
              <th key={side.key} scope="col" className={side.chosen ? styles.chosen : undefined}>
                <SideHead side={side} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, about }, row) => (
            <tr key={name}>
              <th scope="row">
                <b>{name}</b>
                <small className="block">{about}</small>
              </th>
              {sides.map((side) => (
                <td key={side.key} className={side.chosen ? styles.chosen : undefined}>
                  <SideCell side={side} row={row} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      {sides.some(({ cells }) => !cells) && <NeedsScripts>{OTHER_RUNS}</NeedsScripts>}
    </>
  );
}
