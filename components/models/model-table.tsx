"use client";

import { startTransition, useEffect, useState } from "react";
import { MODEL_KINDS, MODEL_ORDERS, searchModels, sortModels, type ModelOrder, type ModelRow } from "@/lib/view/models";
import { TermLink } from "@/components/figures/term-link";
import { classNames } from "@/components/ui/class-names";
import { modelRoute } from "@/components/ui/routes";
import { Table } from "@/components/ui/table";
import { ModelSearch, modelsAddress } from "./model-search";
import styles from "./model-table.module.css";

interface Props {
  readonly rows: readonly ModelRow[];
  readonly tier: number;
  readonly query: string;
  readonly order: ModelOrder;
}

/** Every model as a table to search and sort. Without JavaScript its form asks the server for the same. */
export function ModelTable({ rows, tier, query: givenQuery, order: givenOrder }: Props) {
  const [query, setQuery] = useState(givenQuery);
  const [order, setOrder] = useState(givenOrder);
  const found = sortModels(searchModels(rows, query), order);
  const here = modelsAddress({ query, order, tier });
  const [opened] = useState(here);
  useEffect(() => {
    // A page that the browser kept knows of no search: its address does.
    const asked = new URLSearchParams(location.search);
    startTransition(() => {
      setQuery((asked.get("q") ?? "").slice(0, 120));
      setOrder((given) => MODEL_ORDERS.find((one) => one === asked.get("sort")) ?? given);
    });
  }, []);
  useEffect(() => {
    if (here !== opened) history.replaceState(history.state, "", here);
  }, [here, opened]);
  return (
    <>
      <ModelSearch query={query} order={order} tier={tier} onQuery={setQuery} onOrder={setOrder} />
      <p className="mb-1 text-small text-ink-2" role="status">
        {found.length === rows.length ? `${rows.length} models` : `${found.length} of ${rows.length} models`}; $ a
        million tokens; – is not published
      </p>
      <Table className={styles.models} role="table" caption={`Models, with prices and with limits at tier ${tier}`}>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col">Model</th>
            <th scope="col" className="text-right">
              Input
            </th>
            <th scope="col" className="text-right">
              Cached
            </th>
            <th scope="col" className="text-right">
              Output
            </th>
            <th scope="col" className="text-right">
              <TermLink of="tpm">TPM</TermLink>
            </th>
            <th scope="col" className={classNames(styles.spare, "text-right")}>
              <abbr title="Requests a minute">RPM</abbr>
            </th>
            <th scope="col" className="text-right">
              Context
            </th>
            <th scope="col" className={classNames(styles.spare, "text-right")}>
              Cutoff
            </th>
            <th scope="col" className={classNames(styles.spare, "text-right")}>
              Released
            </th>
          </tr>
        </thead>
        {MODEL_KINDS.map(([kind, title]) => {
          const own = found.filter((row) => row.kind === kind);
          return (
            own.length > 0 && (
              <tbody key={kind} role="rowgroup" aria-label={title}>
                <tr role="row" className={styles.group}>
                  <th scope="rowgroup" role="rowheader" colSpan={9}>
                    {title}
                  </th>
                </tr>
                {own.map((row) => (
                  <tr key={row.id} role="row">
                    <th scope="row" role="rowheader">
                      <a className="font-semibold" href={modelRoute(row.id)}>
                        {row.id}
                      </a>
                      {row.end && <small>{row.end}</small>}
                    </th>
                    <td role="cell">{row.input}</td>
                    <td role="cell">{row.cached}</td>
                    <td role="cell">{row.output}</td>
                    <td role="cell">{row.tpm}</td>
                    <td role="cell" className={styles.spare}>
                      {row.rpm}
                    </td>
                    <td role="cell">{row.context}</td>
                    <td role="cell" className={classNames(styles.spare, "text-ink-2")}>
                      {row.cutoff}
                    </td>
                    <td role="cell" className={classNames(styles.spare, "text-ink-2")}>
                      {row.released}
                    </td>
                  </tr>
                ))}
              </tbody>
            )
          );
        })}
      </Table>
      {found.length === 0 && <p className="border-t border-line py-6 text-ink-2">No model has all of these words.</p>}
    </>
  );
}
