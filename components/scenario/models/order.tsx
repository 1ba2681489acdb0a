import { MODEL_ORDER_NAMES, MODEL_ORDERS, type ModelOrder } from "@/lib/view/models";
import { SegmentedRow } from "@/components/ui/fields/segmented";

interface OrderChoiceProps {
  readonly order: ModelOrder;
  readonly onOrder: (order: ModelOrder) => void;
}

/** By what models are sorted. */
export function OrderChoice({ order, onOrder }: OrderChoiceProps) {
  return (
    <fieldset>
      <legend className="sr-only">Sort by</legend>
      <SegmentedRow>
        {MODEL_ORDERS.map((one) => (
          <label key={one}>
            <input type="radio" name="sort" value={one} checked={one === order} onChange={() => onOrder(one)} />
            {MODEL_ORDER_NAMES[one]}
          </label>
        ))}
      </SegmentedRow>
    </fieldset>
  );
}
