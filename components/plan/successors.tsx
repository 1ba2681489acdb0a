import { memo } from "react";
import type { Estimate } from "@/lib/estimate";
import { listed } from "@/lib/view/text";
import { successorsView, type SuccessorView } from "@/lib/view/models";
import { encodeLink } from "@/lib/link";
import { modelRoute } from "@/components/ui/routes";
import { Summary } from "@/components/ui/disclosure";
import { TryLink } from "@/components/figures/try-link";
import { ToneMark } from "@/components/figures/tone";

/** The scenario on what took over from its models, step by step along the chain; closed until asked for, and open to a link. */
export const Successors = memo(function Successors({ estimate }: { estimate: Estimate }) {
  const chains = successorsView(estimate);
  if (chains.length === 0) return null;
  return (
    <details className="succ">
      <Summary className="btn">On its successors</Summary>
      <div id="successors">
        {chains.map(({ model, title, steps }) => (
          <section key={model} aria-label={`Successors of ${model}`}>
            <h3>
              <a href={modelRoute(model)}>{title}</a>
            </h3>
            <ol>
              {steps.map((step) => (
                <Step key={step.id} step={step} model={model} />
              ))}
            </ol>
          </section>
        ))}
        <p className="text-small text-ink-2">
          Token counts stay as entered. Models differ in how much they reason, so measure your own before you move.
        </p>
      </div>
    </details>
  );
});

function Step({ step: { id, sure, moved }, model }: { step: SuccessorView; model: string }) {
  if (!moved) {
    return (
      <li>
        <div>
          <b>{id}</b> <small className="text-ink-2">{sure}</small>
        </div>
        <p className="text-small text-ink-2">No price or limit of it is known here.</p>
      </li>
    );
  }
  return (
    <li>
      <div>
        <a className="font-semibold" href={modelRoute(id)}>
          {id}
        </a>{" "}
        <small className="text-ink-2">{sure}</small>
        <p className="mt-1 text-small text-ink-2">
          <ToneMark tone={moved.tone} size={12} /> {moved.fit}. {moved.binds}
          {moved.room && `; ${moved.room}`}.
        </p>
      </div>
      <div className="money">
        <b className="text-18">{moved.month}</b>{" "}
        <small className="text-ink-2">a month{moved.against && `, ${moved.against}`}</small>
      </div>
      <div className="act">
        <TryLink
          scenario={moved.scenario}
          label={`Switch from ${model} to ${id}`}
          done={`Switched from ${model} to ${id}`}
        >
          Switch
        </TryLink>
        <a className="btn sm" href={encodeLink(moved.scenario)} aria-label={`Open the planner with ${id}`}>
          Open
        </a>
      </div>
      <dl>
        {moved.changes.map(({ what, from, to, factor }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <span className="text-ink-2">{from} →</span> <b>{to}</b>{" "}
              {factor && <small className="text-ink-2">{factor}</small>}
            </dd>
          </div>
        ))}
      </dl>
      {(moved.gained.length > 0 || moved.lost.length > 0) && (
        <p className="text-small text-ink-2">
          {moved.gained.length > 0 && <>Gained: {listed(moved.gained)}. </>}
          {moved.lost.length > 0 && <span className="text-near">Lost: {listed(moved.lost)}.</span>}
        </p>
      )}
    </li>
  );
}
