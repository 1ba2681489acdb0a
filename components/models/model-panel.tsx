import { isInputOnly, type Model } from "@/lib/catalogue";
import type { Card, Modality, Rating } from "@/lib/cards";
import { formatDay, formatNumber } from "@/lib/view/text";
import { LinkButton } from "@/components/ui/button";
import { besideLook } from "@/components/ui/page/pane-page";
import { ModelLink } from "./model-link";
import { planLink, sampleWorkload } from "./plan-link";
import { PlanWith } from "./plan-with";

/** A rating in OpenAI’s word, with its steps of five; `roomy`: the steps only where there is room. */
export function RatingSteps({ rating: { label, steps }, roomy = false }: { rating: Rating; roomy?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span className={`flex gap-[3px] ${roomy ? "max-tablet:hidden" : ""}`} aria-hidden="true">
        {[1, 2, 3, 4, 5].map((step) => (
          <i key={step} className={`h-2 w-2 rounded-[1px] ${step <= steps ? "bg-mean" : "bg-line-2"}`} />
        ))}
      </span>
      {label}
    </span>
  );
}

/** `in and out`, `in only`, `not supported`. */
export function modalityWords({ input, output }: Modality): string {
  if (input && output) return "in and out";
  return input ? "in only" : output ? "out only" : "not supported";
}

/** Beside a model’s page: which model, its fixed facts, the way to plan with it, the way around. */
export function ModelPanel({
  model,
  card,
  sections,
}: {
  model: Model;
  card: Card;
  sections: readonly { id: string; name: string }[];
}) {
  const facts = [
    [isInputOnly(model) ? "One input" : "Context window", `${formatNumber(model.contextWindow)} tokens`],
    ...(card.maxInputTokens ? [["Maximum input", `${formatNumber(card.maxInputTokens.tokens)} tokens`] as const] : []),
    ...(isInputOnly(model)
      ? [["Output", "none: input only"] as const]
      : [["Maximum output", `${formatNumber(model.maxOutputTokens)} tokens`] as const]),
    ["Knowledge cutoff", formatDay(card.knowledgeCutoff.on)],
    ...(isInputOnly(model)
      ? []
      : [["Reasoning tokens", card.reasoningTokens.supported ? "yes, billed as output" : "none"] as const]),
    ...card.modalities.map((modality) => [modality.name, modalityWords(modality)] as const),
  ] as const;
  const peers = card.peers.filter((id) => id !== model.id);
  return (
    <div className={besideLook()}>
      <div className="col-start-1">
        <dl>
          {card.ratings.map((rating) => (
            <div key={rating.name} className="flex justify-between gap-4 border-b border-line py-[6px] text-13">
              <dt className="text-ink-2">{rating.name}</dt>
              <dd>
                <RatingSteps rating={rating} />
              </dd>
            </div>
          ))}
          {facts.map(([name, value]) => (
            <div key={name} className="flex justify-between gap-4 border-b border-line py-[6px] text-13">
              <dt className="text-ink-2">{name}</dt>
              <dd className="text-right">{value}</dd>
            </div>
          ))}
        </dl>
        <LinkButton go href={planLink(model.id)} className="mt-4 w-full justify-center">
          Plan with {model.id}
        </LinkButton>
        <PlanWith model={model.id} workload={sampleWorkload(model.id)} />
      </div>
      {peers.length > 0 && (
        <nav aria-label="Peers" className="col-start-2 max-tablet:mt-4 wide:mt-6">
          <h2 className="mb-1 text-12 text-ink-2">Compared with</h2>
          <ul className="flex flex-wrap gap-x-4 text-13 leading-7">
            {peers.map((id) => (
              <li key={id}>
                <ModelLink id={id} />
              </li>
            ))}
          </ul>
        </nav>
      )}
      <nav aria-label="On this page" className="col-start-2 max-tablet:hidden wide:mt-6">
        <h2 className="mb-1 text-12 text-ink-2">On this page</h2>
        <ul>
          {sections.map(({ id, name }) => (
            <li key={id}>
              <a
                className="block py-[3px] text-13 text-ink-2 no-underline hover:text-accent hover:underline max-tablet:py-2"
                href={`#${id}`}
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
