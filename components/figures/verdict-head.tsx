import type { ReactNode } from "react";
import type { Sentence } from "@/lib/view/text";
import { classNames } from "@/components/ui/class-names";
import { WarnMark } from "@/components/ui/marks";
import { InfoMark } from "@/components/ui/more-marks";
import type { EndingView } from "@/lib/view/estimate";
import { ShownLetter, ShownName } from "./shown-variant";
import { SentenceText } from "./sentence-text";
import { type ShownTone, TONE_COLOURS, ToneMark } from "./tone";
import { TryLink } from "./try-link";
import styles from "./verdict-head.module.css";

/** What the page is about, over its first sentence; each child is a `span` or a link. */
export function HeadContext({ children }: { children: ReactNode }) {
  return (
    <p className={styles.context}>
      <ShownName />
      {children}
    </p>
  );
}

/** The first sentence of a page. Only a verdict leaves room for its mark on the left. */
export function Headline({ id, className, children }: { id?: string; className?: string; children: ReactNode }) {
  return (
    <h1 className={classNames(styles.headline, className)} id={id}>
      {children}
    </h1>
  );
}

interface VerdictHeadProps {
  readonly context: ReactNode;
  /** `null`: nothing is judged yet. */
  readonly tone: ShownTone | null;
  readonly lead: Sentence;
  /** What follows the lead, after a space unless `joined`. */
  readonly rest: Sentence;
  readonly joined?: boolean;
  readonly asides?: readonly ReactNode[];
  readonly ending: EndingView | null;
  /** The asides inform and do not warn. */
  readonly calm?: boolean;
}

function Aside({ calm = false, children }: { calm?: boolean | undefined; children: ReactNode }) {
  return (
    <span className={styles.aside}>
      {calm ? <InfoMark size={15} className="text-ink-2" /> : <WarnMark size={15} className={styles.warning} />}
      <span>{children}</span>
    </span>
  );
}

/**
 * The verdict in a sentence, under what it is about; asides warn of what it does not say, the last one of models that
 * end soon.
 */
export function VerdictHead({
  context,
  tone,
  lead,
  rest,
  joined = false,
  asides = [],
  ending,
  calm,
}: VerdictHeadProps) {
  return (
    <>
      <HeadContext>{context}</HeadContext>
      <Headline id="say">
        {tone && <ToneMark tone={tone} size={24} />}{" "}
        <b className={tone ? TONE_COLOURS[tone] : undefined}>
          <ShownLetter />
          <SentenceText sentence={lead} />
        </b>
        {joined ? "" : " "}
        <SentenceText sentence={rest} />
        {asides.map((aside, index) => (
          <Aside key={index} calm={calm}>
            {aside}
          </Aside>
        ))}
        {ending && (
          <Aside>
            {ending.text}. {ending.advice.text}{" "}
            <span className="inline-flex flex-wrap gap-x-4 print:hidden">
              {ending.advice.moves.map(({ label, done, scenario }) => (
                <TryLink key={label} look="plain" scenario={scenario} done={done}>
                  {label}
                </TryLink>
              ))}
            </span>
          </Aside>
        )}
      </Headline>
    </>
  );
}
