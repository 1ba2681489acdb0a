import { CHECKED_ON, isRetired, MODELS, type Model } from "@/lib/catalogue";
import type { Card } from "@/lib/cards";
import { formatDay } from "@/lib/view/text";
import { Columns } from "@/components/ui/page/columns";
import { FactLine, Sureness } from "./fact";
import { ModelLink } from "./model-link";

function snapshotState({ state, endedOn }: Card["snapshots"][number]): string {
  if (endedOn) return `Shut down on ${formatDay(endedOn)}`;
  return state === "deprecated" ? "Deprecated" : "Current";
}

/** Snapshots, the end, and what comes after. */
export function Lifecycle({ model, card }: { model: Model; card: Card }) {
  const { retirement } = model;
  const replaced = MODELS.filter((one) => one.retirement?.successor === model.id);
  return (
    <Columns>
      <div>
        <h3 className="mb-1 font-semibold">Snapshots</h3>
        <ul>
          {card.snapshots.map((snapshot) => (
            <li key={snapshot.id} className="flex flex-wrap items-baseline gap-x-3 border-t border-line py-2">
              <code>{snapshot.id}</code>
              <span className="text-small text-ink-2">
                {snapshotState(snapshot)}; same price and same limits as <code>{model.id}</code>
              </span>
            </li>
          ))}
        </ul>
        {card.snapshots.length === 0 && (
          <p className="border-t border-line py-2 text-ink-2">No dated snapshot is known.</p>
        )}
        {retirement && (
          <>
            <h3 className="mt-5 mb-1 font-semibold">
              {isRetired(model, CHECKED_ON) ? "Retired" : "Retires"} on {formatDay(retirement.on)}
            </h3>
            <p className="text-ink-2">
              From that day requests are refused. An estimate keeps the last prices and limits, and says so.
            </p>
            <FactLine fact={retirement} className="mt-2" />
          </>
        )}
      </div>
      <div className="max-tablet:mt-6">
        <h3 className="mb-1 font-semibold">What takes its place</h3>
        {card.successors.length === 0 && <p className="border-t border-line py-2 text-ink-2">No successor named.</p>}
        <ol>
          {card.successors.map((successor, i) => (
            <li key={successor.id} className="grid grid-cols-[20px_minmax(0,1fr)] border-t border-line py-2">
              <span className="text-ink-3" aria-hidden="true">
                {i + 1}
              </span>
              <div>
                <ModelLink id={successor.id} />{" "}
                <span className="text-small text-ink-2">
                  {successor.note && <>{successor.note} </>}
                  <Sureness confidence={successor.confidence} />
                </span>
              </div>
            </li>
          ))}
        </ol>
        {card.recommended && (
          <p className="mt-2 text-small text-ink-2">
            The model’s own page sends readers to <ModelLink id={card.recommended.id} />.
          </p>
        )}
        {replaced.length > 0 && (
          <>
            <h3 className="mt-5 mb-1 font-semibold">What it takes the place of</h3>
            <p className="flex flex-wrap gap-x-4 border-t border-line py-2">
              {replaced.map(({ id }) => (
                <ModelLink key={id} id={id} />
              ))}
            </p>
          </>
        )}
      </div>
    </Columns>
  );
}
