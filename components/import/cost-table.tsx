"use client";

import type { importCosts } from "@/lib/view/import";
import { ShareBar } from "@/components/figures/tiers/share-bar";
import { FieldFrame } from "@/components/ui/fields/field-frame";
import { Table } from "@/components/ui/table";
import styles from "./cost-table.module.css";

interface Props {
  readonly costs: ReturnType<typeof importCosts>;
  readonly model: string;
  readonly models: readonly string[];
  readonly onPick: (model: string) => void;
}

/** Every way to pay for the log’s tokens, a bar for each; a select chooses the model of the last. */
export function CostTable({ costs, model, models, onPick }: Props) {
  return (
    <Table className={styles.costs} caption="What the log’s tokens cost, each way">
      <thead>
        <tr>
          <th scope="col">Way</th>
          <th scope="col" className="text-right">
            Cost
          </th>
        </tr>
      </thead>
      <tbody>
        {costs.map(({ key, name, about, amount, width }) => (
          <tr key={key}>
            <th scope="row">
              <b>{name}</b>
              <small className="block">{about}</small>
              {key === "model" && (
                <FieldFrame className="mt-1 w-52 max-w-full">
                  <select
                    aria-label="Model to compare with"
                    value={model}
                    onChange={({ target }) => onPick(target.value)}
                  >
                    {models.map((id) => (
                      <option key={id} value={id}>
                        {id}
                      </option>
                    ))}
                  </select>
                </FieldFrame>
              )}
            </th>
            <td className="text-right">
              <b>{amount}</b>
              <ShareBar width={width} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
