import type { Scenario } from "@/lib/scenario";
import type { AccountingView } from "@/lib/view";
import { useEdit } from "./draft";

/** Which of OpenAI’s three rules counts, with what each makes of the scenario’s own numbers. */
export function AccountingPicker({ scenario, view }: { scenario: Scenario; view: AccountingView }) {
  const edit = useEdit();
  return (
    <div className="acc" role="radiogroup" aria-labelledby="acc-h">
      <p className="hd" id="acc-h">
        What one request is charged against TPM
      </p>
      <p className="why">
        OpenAI’s own texts disagree.{view.workload && ` ${view.workload} under each rule:`} <a href="/method#tpm-charge-prompt-plus-cap">Method</a>
      </p>
      {view.rules.map(({ rule, name, says, charge, share }) => (
        <label key={rule} className="opt">
          <input type="radio" name="tokenAccounting" value={rule} checked={scenario.tokenAccounting === rule} onChange={() => edit({ do: "set", scenario: { ...scenario, tokenAccounting: rule } })} />
          <span>
            {name} <small className="block q">{says}</small>
          </span>
          <span className="n">{charge}</span>
          <span className="t">{share}</span>
        </label>
      ))}
    </div>
  );
}
