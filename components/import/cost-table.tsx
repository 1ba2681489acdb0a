"use client";

import type { ImportCost } from "@/lib/view/import";

interface Props {
  readonly costs: readonly ImportCost[];
  readonly model: string;
  readonly models: readonly string[];
  readonly onPick: (model: string) => void;
}

/** Every way to pay for the log’s tokens, a bar for each; a select chooses the model of the last. */
export function CostTable({ costs, model, models, onPick }: Props) {
  return (
    <table className="tbl ways">
      <caption className="sr-only">What the log’s tokens cost, each way</caption>
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
                <span className="fld mt-1 w-52 max-w-full">
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
                </span>
              )}
            </th>
            <td className="cell text-right">
              <b>{amount}</b>
              <span className="mb">
                <i style={{ width: `${width * 100}%` }} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
