import { memo } from "react";
import type { Estimate } from "@/lib/estimate";
import { cheapestAdvice } from "@/lib/view/advice";
import { listed } from "@/lib/view/names";
import { successorsView, type ChangeView, type SuccessorView } from "@/lib/view/models";
import { encodeLink } from "@/lib/link";
import { ToneMark } from "@/components/figures/tone";
import { TryLink } from "@/components/figures/try-link";
import { buttonLook, LinkButton } from "@/components/ui/button";
import { Summary } from "@/components/ui/disclosure";
import { modelRoute } from "@/components/ui/routes";
import styles from "./successors.module.css";

/**
 * The scenario on what took over from its models, one after the other along the chain; closed at first, open
 * to a link.
 */
export const Successors = memo(function Successors({ estimate }: { estimate: Estimate }) {
  const chains = successorsView(estimate);
  if (chains.length === 0) return null;
  const cheapest = cheapestAdvice(estimate.scenario);
  return (
    <details className={styles.successors}>
      <Summary className={buttonLook()}> On its successors</Summary>
      <div id="successors">
        {chains.map(({ model, title, steps }) => (
          <section key={model} aria-label={`Successors of ${model}`}>
            <h3>
              <a href={modelRoute(model)}>{title}</a>
            </h3>
            <ol>
              {steps.map((step) => (
                <li key={step.id}>
                  <SuccessorItem {...step} model={model} />
                </li>
              ))}
            </ol>
          </section>
        ))}
        {cheapest && (
          <p className="mb-2">
            {cheapest.text}{" "}
            {cheapest.moves.map(({ label, done, scenario }) => (
              <TryLink key={label} scenario={scenario} done={done}>
                {label}
              </TryLink>
            ))}
          </p>
        )}
        <p className="text-small text-ink-2">
          Token counts stay as entered. Models differ in how much they reason, so measure your own before you move.
        </p>
      </div>
    </details>
  );
});

function SuccessorItem({ id, sure, moved, model }: SuccessorView & { model: string }) {
  if (!moved) {
    return (
      <>
        <div>
          <b>{id}</b> <small className="text-ink-2">{sure}</small>
        </div>
        <p className="text-small text-ink-2">No price or limit of it is known here.</p>
      </>
    );
  }
  const { scenario, tone, fit, binds, room, month, against, changes, gained, lost } = moved;
  return (
    <>
      <div>
        <a className="font-semibold" href={modelRoute(id)}>
          {id}
        </a>{" "}
        <small className="text-ink-2">{sure}</small>
        <p className="mt-1 text-small text-ink-2">
          <ToneMark tone={tone} size={12} /> {fit}. {binds}
          {room && `; ${room}`}.
        </p>
      </div>
      <div className={styles.money}>
        <b className="text-18">{month}</b> <small className="text-ink-2">a month{against && `, ${against}`}</small>
      </div>
      <div className="flex gap-2 print:hidden">
        <TryLink scenario={scenario} label={`Switch from ${model} to ${id}`} done={`Switched from ${model} to ${id}`}>
          Switch
        </TryLink>
        <LinkButton small href={encodeLink(scenario)} aria-label={`Open the planner with ${id}`}>
          Open
        </LinkButton>
      </div>
      <SuccessorChanges changes={changes} />
      {(gained.length > 0 || lost.length > 0) && (
        <p className="text-small text-ink-2">
          {gained.length > 0 && <>Gained: {listed(gained)}. </>}
          {lost.length > 0 && <span className="text-near">Lost: {listed(lost)}.</span>}
        </p>
      )}
    </>
  );
}

function SuccessorChanges({ changes }: { changes: readonly ChangeView[] }) {
  return (
    <dl>
      {changes.map(({ what, from, to, factor }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>
            <span className="text-ink-2">{from} →</span> <b>{to}</b>{" "}
            {factor && <small className="text-ink-2">{factor}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
