"use client";

import { memo, type MouseEvent, useState } from "react";
import type { Estimate } from "@/lib/estimate";
import type { Scenario } from "@/lib/scenario";
import {
  cheapestReason,
  type CompareChoice,
  type CompareGroup,
  type CompareTable,
  encodeChoice,
  type SortKey,
} from "@/lib/view/compare";
import { Button } from "@/components/ui/button";
import { NoMark } from "@/components/ui/marks";
import { UnknownMark, YesMark } from "@/components/ui/more-marks";
import { Table } from "@/components/ui/table";
import { FilterMark } from "./filter-mark";
import { CheapestRow, ComparedRow } from "./row";
import styles from "./rows.module.css";

/** Rows, and what they are compared with. */
interface Compared {
  readonly table: CompareTable;
  readonly estimate: Estimate;
}

interface CompareRowsProps extends Compared {
  /** The same after the next paint: what is far below follows then. */
  readonly later: Compared;
  readonly choice: CompareChoice;
  readonly onChoose: (choice: CompareChoice) => void;
  readonly link: string;
}

const COLUMNS = 11;

/** Every model in every service tier, in groups: the cheapest that fits first. */
export const CompareRows = memo(function CompareRows({ table, estimate, later, ...rest }: CompareRowsProps) {
  const { all, groups } = table;
  const { choice } = rest;
  const isFirst = ({ key }: CompareGroup) => key !== "over" && key !== "filtered";
  const filtered = later.table.groups.find(({ key }) => key === "filtered");
  const over = later.table.groups.find(({ key }) => key === "over");
  const count = groups.reduce((sum, { key, rows }) => sum + (key === "filtered" ? 0 : rows.length), 0);
  const models = new Set(all.map(({ model }) => model)).size;
  return (
    <section aria-label="Models">
      <Table className={styles.table} role="table" caption="The scenario on every model and service tier">
        <Head {...rest} scenario={estimate.scenario} />
        {groups.filter(isFirst).map((group) => (
          <Group
            key={group.key}
            group={group}
            reason={group.key === "cheapest" ? cheapestReason(table, choice) : ""}
            estimate={estimate}
          />
        ))}
        {over && <Group group={over} reason="" estimate={later.estimate} />}
      </Table>
      {count === 0 && <p className="py-6 text-ink-2">No model’s name has “{choice.find}” in it.</p>}
      <p className="mt-2 border-t border-line pt-2.5 pb-3.5 text-12 text-ink-2">
        {count} of {all.length} rows: {models} models on sale, each in the service tiers it has a price in.
      </p>
      {filtered && (
        <details className={styles.rest}>
          <summary>{filtered.rows.length} more are left out by the filters</summary>
          <Table className={styles.table} role="table" caption="Left out by the filters">
            <Head {...rest} scenario={estimate.scenario} />
            <Filtered group={filtered} estimate={later.estimate} />
          </Table>
        </details>
      )}
    </section>
  );
});

const HEADS: readonly {
  readonly name: string;
  readonly sort: SortKey | null;
  readonly className?: string | undefined;
}[] = [
  { name: "Model", sort: "model", className: styles.model },
  { name: "Service tier", sort: "tier", className: styles.tier },
  { name: "A month", sort: "month", className: styles.month },
  { name: "now", sort: null, className: styles.share },
  { name: "Against now", sort: null, className: styles.against },
  { name: "Fits; binds first", sort: null, className: styles.binds },
  { name: "Headroom", sort: "headroom", className: styles.headroom },
  { name: "Least tier", sort: "least", className: styles.least },
  { name: "Context", sort: "context", className: styles.context },
  { name: "Ends", sort: "ends", className: styles.ends },
];

type HeadProps = Pick<CompareRowsProps, "choice" | "onChoose" | "link"> & { readonly scenario: Scenario };

const Head = memo(function Head({ choice, scenario, onChoose, link }: HeadProps) {
  const next = (sort: SortKey): CompareChoice => ({
    ...choice,
    sort,
    isDescending: choice.sort === sort ? !choice.isDescending : sort === "headroom" || sort === "context",
  });
  const press = (event: MouseEvent, sort: SortKey) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onChoose(next(sort));
  };
  return (
    <thead role="rowgroup">
      <tr role="row">
        {HEADS.map(({ name, sort, className }) => {
          const isSorted = sort !== null && sort === choice.sort;
          const order = choice.isDescending ? "descending" : "ascending";
          return (
            <th
              key={name}
              scope="col"
              role="columnheader"
              className={className}
              aria-sort={isSorted ? order : undefined}
            >
              {sort === null ? (
                <span>{name}</span>
              ) : (
                <a
                  href={`${link}${encodeChoice(next(sort), scenario)}`}
                  rel="nofollow"
                  onClick={(event) => press(event, sort)}
                >
                  {name}
                </a>
              )}
            </th>
          );
        })}
        <th scope="col" role="columnheader" className={styles.actions}>
          <span className="sr-only">Actions</span>
        </th>
      </tr>
    </thead>
  );
});

const MARKS = {
  fits: <YesMark size={14} className="text-ok" />,
  unknown: <UnknownMark size={14} className="text-ink-2" />,
  less: <FilterMark />,
  over: <NoMark size={14} className="text-over" />,
  cheapest: null,
  filtered: null,
} as const;

interface GroupProps {
  readonly group: CompareGroup;
  readonly reason: string;
  readonly estimate: Estimate;
}

/** The rows of what does not fit that a narrow page shows at once. */
const MOST_NARROW = 8;

const Group = memo(function Group({ group: { key, name, about, rows }, reason, estimate }: GroupProps) {
  const [isOpen, setOpen] = useState(false);
  const cut = key === "over" && !isOpen && rows.length > MOST_NARROW + 2 ? MOST_NARROW : rows.length;
  if (key === "cheapest")
    return (
      <tbody role="rowgroup" className={styles.cheapest}>
        {rows.map((view) => (
          <CheapestRow key={view.key} view={view} reason={reason} estimate={estimate} />
        ))}
      </tbody>
    );
  return (
    <tbody role="rowgroup" className={key === "less" ? styles.less : undefined}>
      <tr role="row" className={styles.groupHead}>
        <th colSpan={COLUMNS} scope="rowgroup" role="rowheader">
          {MARKS[key]} <b>{name}</b> <span className="text-ink-3">{rows.length}</span> {about && <small>{about}</small>}
        </th>
      </tr>
      {rows.map((view, index) => (
        <ComparedRow key={view.key} view={view} estimate={estimate} isTail={index >= cut && !view.isNow} />
      ))}
      {cut < rows.length && (
        <tr role="row" className={styles.more}>
          <td role="cell" colSpan={COLUMNS}>
            <Button onClick={() => setOpen(true)}>Show {rows.length - cut} more</Button>
          </td>
        </tr>
      )}
    </tbody>
  );
});

/** What the filters leave out. */
const Filtered = memo(function Filtered({ group, estimate }: Omit<GroupProps, "reason">) {
  return (
    <tbody role="rowgroup">
      {group.rows.map((view) => (
        <ComparedRow key={view.key} view={view} estimate={estimate} />
      ))}
    </tbody>
  );
});
