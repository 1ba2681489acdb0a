import { memo } from "react";
import type { TokenAccounting } from "@/lib/scenario";
import type { AccountingView } from "@/lib/view/estimate";
import { VariantMark } from "@/components/figures/shown-variant";
import { TermLink } from "@/components/figures/term-link";
import { takeTyped } from "@/components/ui/hooks/take-typed";
import styles from "./accounting-picker.module.css";
import { useEdit } from "./edit-context";

interface AccountingPickerProps {
  readonly chosen: TokenAccounting;
  readonly view: AccountingView;
}

/** Which of OpenAI’s three rules counts, with what each makes of the scenario’s own numbers. */
export const AccountingPicker = memo(function AccountingPicker({ chosen, view }: AccountingPickerProps) {
  const edit = useEdit();
  return (
    <div className="border-t border-line pt-3.5" role="radiogroup" aria-labelledby="acc-h">
      <p className="text-13 font-semibold" id="acc-h">
        What one request is charged against <TermLink of="tpm">TPM</TermLink>
      </p>
      <p className="mt-0.5 mb-1.5 text-12 text-ink-2">
        OpenAI’s own texts disagree.{view.workload && ` ${view.workload} under each rule:`}{" "}
        <a href="/method#tpm-charge-prompt-plus-cap">Method</a>
      </p>
      {view.rules.map(({ rule, name, meaning, charge, share }) => (
        <label key={rule} className={styles.rule}>
          <input
            ref={takeTyped}
            type="radio"
            name="tokenAccounting"
            value={rule}
            checked={chosen === rule}
            onChange={() => edit({ do: "change", change: { tokenAccounting: rule } })}
          />
          <span>
            {name} <small className="block text-ink-2">{meaning}</small>
          </span>
          <span className={styles.charge}>{charge}</span>
          <span className={styles.share}>{share}</span>
        </label>
      ))}
      <VariantMark field="tokenAccounting" />
    </div>
  );
});
