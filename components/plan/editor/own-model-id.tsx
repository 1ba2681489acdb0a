import { findModel } from "@/lib/catalogue";
import type { Typed } from "@/lib/link";
import { MODEL_ID, type Scenario } from "@/lib/scenario";
import { withModelRenamed } from "@/lib/scenario/variants";
import { useEdit } from "@/components/scenario/edit-context";
import { InputField } from "@/components/scenario/field";

/** The id of a model of one’s own; a new one must be free. */
export function OwnModelId({ scenario, pool }: { scenario: Scenario; pool: string }) {
  const edit = useEdit();
  const read = (text: string): Typed<string> => {
    const id = text.trim();
    const isTaken = id !== pool && scenario.modelOverrides.some(({ model }) => model === id);
    if (MODEL_ID.test(id) && !findModel(id) && !isTaken) return { value: id };
    return {
      error: `“${text}” is not accepted; give a new id of a–z, 0–9, dot, dash or underscore, 40 characters at most`,
    };
  };
  return (
    <InputField
      label="Id"
      name=""
      value={pool}
      shown={pool}
      wide
      read={read}
      onValue={(id) => edit({ do: "set", scenario: withModelRenamed(scenario, pool, id!) })}
    />
  );
}
