import { MODEL_ORDER_NAMES, MODEL_ORDERS, type ModelOrder } from "@/lib/view/models";

/** By what models are sorted. */
export function OrderChoice({ order, onOrder }: { order: ModelOrder; onOrder: (order: ModelOrder) => void }) {
  return (
    <fieldset>
      <legend className="sr-only">Sort by</legend>
      <div className="seg">
        {MODEL_ORDERS.map((one) => (
          <label key={one}>
            <input type="radio" name="sort" value={one} checked={one === order} onChange={() => onOrder(one)} />
            {MODEL_ORDER_NAMES[one]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
