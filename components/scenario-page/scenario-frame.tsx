"use client";

import { Fragment, Suspense, useEffect, useMemo, type ReactNode, type RefObject } from "react";
import { PanePage } from "@/components/ui/page/pane-page";
import { fetchPart } from "@/components/ui/fetched/fetch-part";
import { firstSign } from "@/components/ui/hooks/first-sign";
import { ROUTES } from "@/components/ui/routes";
import { useAfterPaint, useInView, usePressedFigure } from "@/components/ui/hooks/use-page";
import { EditProvider } from "@/components/scenario/edit-context";
import { SharingContext } from "./copy-link";
import type { ScenarioPage } from "./use-scenario-page";
import type { OwnRow } from "./variants/strip";
import { VariantsInHtml } from "./variants/deferred";

interface ScenarioFrameProps {
  readonly page: ScenarioPage;
  /** The verdict and what belongs to it. */
  readonly head: ReactNode;
  /** Without one the page is as wide as the window. */
  readonly editor?: ReactNode;
  /** Shown at the foot of a narrow window while the verdict is out of sight. */
  readonly bar: ReactNode;
  readonly footer: ReactNode;
  /** What is shown over the page: toast, workings, dialogs. */
  readonly overlays?: ReactNode;
  /** A row of the page’s own in the strip of variants; it never changes. */
  readonly variantRow?: OwnRow;
  /** What stands below the verdict. */
  readonly children: ReactNode;
}

/** The pages that show a scenario beside its variants. */
const VARIED: ReadonlySet<string> = new Set([ROUTES.plan, ROUTES.traffic, ROUTES.backlog]);

const loadPlaces = () => import("./focus-at");
const focusOn = (at: string): void =>
  void fetchPart("the way to the field", loadPlaces).then((place) => place.focusOn(at));

/**
 * The frame of every page with a scenario: header, verdict, editor, details, footer, result bar. A link from
 * another page may lead to a field of a model’s own figures (`#m.o1.rpm`).
 */
export function ScenarioFrame({ page, head, editor, bar, footer, overlays, variantRow, children }: ScenarioFrameProps) {
  const { root, draft, edit, path, sharing, header, arrival } = page;
  const verdictSeen = useInView(root, "#say");
  const { base, chosen } = draft;
  const variants = useAfterPaint(useMemo(() => ({ base, chosen }), [base, chosen]));
  useEffect(() => {
    // The fields of own figures are fetched at the first sign of a person.
    if (location.hash.startsWith("#m.")) void firstSign().then(() => focusOn(location.hash.slice(1)));
  }, []);
  return (
    <EditProvider edit={edit} steps={draft} page={path} focus={focusOn}>
      <div ref={root} data-from-link={arrival.hadScenario || undefined}>
        <SharingContext value={sharing}>{header}</SharingContext>
        <PanePage head={head} beside={editor}>
          {VARIED.has(path) && <VariantsInHtml {...variants} own={variantRow} />}
          {children}
        </PanePage>
        {footer}
        <aside aria-label="Result" className={verdictSeen === null ? "only-without-scripts" : undefined}>
          {!verdictSeen && bar}
        </aside>
        {overlays}
      </div>
    </EditProvider>
  );
}

/** What an edit came to, for those who hear the page. */
export function Spoken({ children }: { children: string }) {
  return (
    <p className="sr-only" role="status" aria-live="polite">
      {children}
    </p>
  );
}

interface PressedFigureProps {
  readonly root: RefObject<HTMLElement | null>;
  /** Draws the working of the figure last pressed within `root`; it may be fetched only then. */
  readonly children: (anchor: HTMLElement, close: () => void) => ReactNode;
}

/** The working of the figure last pressed. */
export function PressedFigure({ root, children }: PressedFigureProps) {
  const [anchor, close] = usePressedFigure(root);
  return (
    anchor && (
      <Suspense>
        <Fragment key={anchor.dataset["work"]}>{children(anchor, close)}</Fragment>
      </Suspense>
    )
  );
}
