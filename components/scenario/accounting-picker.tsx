import { memo } from "react";
import type { TokenAccounting } from "@/lib/scenario";
import type { AccountingView } from "@/lib/view/estimate";
import { useEdit } from "./edit-context";

/** Which of OpenAI’s three rules counts, with what each makes of the scenario’s own numbers. */
export const AccountingPicker = memo(function AccountingPicker({
  chosen,
  view,
}: {
  chosen: TokenAccounting;
  view: AccountingView;
}) {
  const edit = useEdit();
  return (
    <div className="acc" role="radiogroup" aria-labelledby="acc-h">
      <p className="hd" id="acc-h">
        What one request is charged against TPM
      </p>
      <p className="why">
        OpenAI’s own texts disagree.{view.workload && ` ${view.workload} under each rule:`}{" "}
        <a href="/method#tpm-charge-prompt-plus-cap">Method</a>
      </p>
      {view.rules.map(({ rule, name, says, charge, share }) => (
        <label key={rule} className="opt">
          <input
            type="radio"
            name="tokenAccounting"
            value={rule}
            checked={chosen === rule}
            onChange={() => edit({ do: "change", change: { tokenAccounting: rule } })}
          />
          <span>
            {name} <small className="block text-ink-2">{says}</small>
          </span>
          <span className="n">{charge}</span>
          <span className="t">{share}</span>
        </label>
      ))}
    </div>
  );
});
