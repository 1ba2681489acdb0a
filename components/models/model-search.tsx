"use client";

import type { ModelOrder } from "@/lib/view/models";
import { Button } from "@/components/ui/button";
import { FieldFrame } from "@/components/ui/fields/field-frame";
import { ROUTES } from "@/components/ui/routes";
import { OrderChoice } from "@/components/scenario/models/order";
import styles from "./model-search.module.css";

const TIERS = [1, 2, 3, 4, 5];

/** What the list of models shows: words, order, and the usage tier of its limits. */
interface ModelQuery {
  readonly query: string;
  readonly order: ModelOrder;
  readonly tier: number;
}

/** The address at which the list opens with this query. */
export const modelsAddress = ({ query, order, tier }: ModelQuery): string =>
  `${ROUTES.models}?${new URLSearchParams({ ...(query.trim() && { q: query.trim() }), sort: order, tier: String(tier) }).toString()}`;

interface ModelSearchProps extends ModelQuery {
  readonly onQuery: (query: string) => void;
  readonly onOrder: (order: ModelOrder) => void;
}

/** Words to search for, the order, and the usage tier. Without JavaScript its form asks the server for the same. */
export function ModelSearch({ query, order, tier, onQuery, onOrder }: ModelSearchProps) {
  return (
    <form
      className={styles.search}
      action={ROUTES.models}
      method="get"
      role="search"
      onSubmit={(event) => event.preventDefault()}
    >
      <label className="sr-only" htmlFor="q">
        Search models by name, feature or endpoint
      </label>
      <FieldFrame text>
        <input
          id="q"
          name="q"
          type="text"
          value={query}
          placeholder="Name, feature or endpoint"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={(event) => onQuery(event.target.value)}
        />
      </FieldFrame>
      <OrderChoice order={order} onOrder={onOrder} />
      <input type="hidden" name="tier" value={tier} />
      <Button go type="submit" className="only-without-scripts">
        Show
      </Button>
      <nav aria-label="Usage tier">
        <span className="mr-1.5 text-12 text-ink-2">Limits at tier</span>
        {TIERS.map((one) => (
          <a
            key={one}
            href={modelsAddress({ query, order, tier: one })}
            aria-current={one === tier ? "true" : undefined}
            aria-label={`Limits at tier ${one}`}
            rel="nofollow"
          >
            {one}
          </a>
        ))}
      </nav>
    </form>
  );
}
