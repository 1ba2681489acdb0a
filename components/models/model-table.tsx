"use client";

import { useEffect, useState } from "react";
import { searchModels, sortModels, type ModelOrder, type ModelRow } from "@/lib/view/models";
import { modelRoute, ROUTES } from "@/components/ui/routes";
import { OrderChoice } from "@/components/scenario/order-choice";

interface Props {
  readonly rows: readonly ModelRow[];
  readonly tier: number;
  readonly query: string;
  readonly order: ModelOrder;
}

const TIERS = [1, 2, 3, 4, 5];
const GROUPS = [
  ["current", "On sale"],
  ["retired", "Retired"],
] as const;

const address = (tier: number, query: string, order: ModelOrder) =>
  `${ROUTES.models}?${new URLSearchParams({ ...(query.trim() && { q: query.trim() }), sort: order, tier: String(tier) }).toString()}`;

/** Every model as a table to search and sort. Without JavaScript its form asks the server for the same. */
export function ModelTable({ rows, tier, query: asked, order: sorted }: Props) {
  const [query, setQuery] = useState(asked);
  const [order, setOrder] = useState(sorted);
  const found = sortModels(searchModels(rows, query), order);
  const here = address(tier, query, order);
  const [opened] = useState(here);
  useEffect(() => {
    if (here !== opened) history.replaceState(history.state, "", here);
  }, [here, opened]);
  return (
    <>
      <form
        className="mfind"
        action={ROUTES.models}
        method="get"
        role="search"
        onSubmit={(event) => event.preventDefault()}
      >
        <label className="sr-only" htmlFor="q">
          Search models by name, feature or endpoint
        </label>
        <div className="fld text">
          <input
            id="q"
            name="q"
            type="text"
            value={query}
            placeholder="Name, feature or endpoint"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            onChange={(event) => setQuery(event.target.value)}
          />
        </div>
        <OrderChoice order={order} onOrder={setOrder} />
        <input type="hidden" name="tier" value={tier} />
        <button type="submit" className="btn go only-without-scripts">
          Show
        </button>
        <nav aria-label="Usage tier">
          <span className="lab">Limits at tier</span>
          {TIERS.map((one) => (
            <a
              key={one}
              href={address(one, query, order)}
              aria-current={one === tier ? "true" : undefined}
              aria-label={`Limits at tier ${one}`}
              rel="nofollow"
            >
              {one}
            </a>
          ))}
        </nav>
      </form>
      <p className="mb-1 text-small text-ink-2" role="status">
        {found.length === rows.length ? `${rows.length} models` : `${found.length} of ${rows.length} models`}; $ a
        million tokens; – is not published
      </p>
      <table className="tbl mlist" role="table">
        <caption className="sr-only">Models, with prices and with limits at tier {tier}</caption>
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
              <abbr title="Tokens a minute">TPM</abbr>
            </th>
            <th scope="col" className="wide text-right">
              <abbr title="Requests a minute">RPM</abbr>
            </th>
            <th scope="col" className="text-right">
              Context
            </th>
            <th scope="col" className="wide text-right">
              Cutoff
            </th>
            <th scope="col" className="wide text-right">
              Released
            </th>
          </tr>
        </thead>
        {GROUPS.map(([kind, title]) => {
          const own = found.filter((row) => row.kind === kind);
          return (
            own.length > 0 && (
              <tbody key={kind} role="rowgroup" aria-label={title}>
                <tr role="row" className="group">
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
                    <td role="cell" className="wide">
                      {row.rpm}
                    </td>
                    <td role="cell">{row.context}</td>
                    <td role="cell" className="wide text-ink-2">
                      {row.cutoff}
                    </td>
                    <td role="cell" className="wide text-ink-2">
                      {row.released}
                    </td>
                  </tr>
                ))}
              </tbody>
            )
          );
        })}
      </table>
      {found.length === 0 && <p className="border-t border-line py-6 text-ink-2">No model has all of these words.</p>}
    </>
  );
}
