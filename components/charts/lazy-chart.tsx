"use client";

import { createElement, useEffect, useState, type ComponentType, type ReactNode } from "react";
import type { ChartText, Undrawn } from "@/lib/view/chart";
import { firstSign } from "@/components/ui/hooks/first-sign";
import { useFollowed } from "@/components/ui/hooks/use-followed";
import { useNear } from "@/components/ui/hooks/use-near";
import { Button } from "@/components/ui/button";
import { fetchMissing, fetchPart, useMissing } from "@/components/ui/fetched/fetch-part";
import { classNames } from "@/components/ui/class-names";
import { Placeholder } from "@/components/ui/placeholder";
import { ChartFrame, EmptyFrame } from "./frame";
import styles from "./frame.module.css";
import type { Size } from "./labels/geometry";
import type { DrawingProps } from "./surface";

type Drawing<View> = ComponentType<DrawingProps<View>>;
/** Fetches the code of a drawing. */
type Load<View> = () => Promise<{ readonly default: Drawing<View> }>;

/**
 * Whether the page was idle once after the first sign of a person; charts out of sight are drawn from then
 * on.
 */
function useTouched(): boolean {
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    let stop = () => undefined as void;
    let gone = false;
    void firstSign().then(() => {
      if (!gone) stop = whenIdle(() => setTouched(true));
    });
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return touched;
}

/** Calls `then` when the page is idle, within a second at most; gives the function that calls it off. */
function whenIdle(then: () => void): () => void {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(then, 200);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(then, { timeout: 1000 });
  return () => cancelIdleCallback(handle);
}

/** The component that draws, `null` until it is wanted and has come. */
function useDrawing<View>(load: Load<View>, wanted: boolean): Drawing<View> | null {
  const [drawing, setDrawing] = useState<{ readonly code: Drawing<View> } | null>(null);
  const ready = drawing !== null;
  useEffect(() => {
    if (!wanted || ready) return;
    let gone = false;
    const stop = whenIdle(() => {
      void fetchPart("the chart", load, true).then(({ default: code }) => gone || setDrawing({ code }));
    });
    return () => {
      gone = true;
      stop();
    };
  }, [load, wanted, ready]);
  return drawing && drawing.code;
}

/** Width and height of the element in whole pixels, followed as it changes; `null` before it is wanted. */
function useSize(target: HTMLElement | null, wanted: boolean): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    if (!wanted || !target) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      const next = { width: Math.floor(width), height: Math.floor(height) };
      // Out of the layout, as while its report is printed, the place has no size: the drawing stays as it is.
      if (next.width === 0 || next.height === 0) return;
      setSize((known) => (known && known.width === next.width && known.height === next.height ? known : next));
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [target, wanted]);
  return size;
}

type DrawnText = ChartText & { readonly drawn: true };

interface LazyChartProps<Given, View = Given> {
  readonly view: Given;
  readonly load: Load<View>;
  readonly choice?: ReactNode;
  /** Little to draw: lower where it stands alone. */
  readonly low?: boolean;
  /** Classes of a height of its own. */
  readonly height?: string;
}

/**
 * A chart of any page. Server: frame and table. Browser: the drawing’s script loads when the frame comes
 * near, or when the page is idle after the first sign of a person. Without data the reason stands in its
 * place.
 */
export function LazyChart<View extends DrawnText>({ view, ...rest }: LazyChartProps<View | Undrawn, View>) {
  return "reason" in view ? <EmptyFrame text={view} choice={rest.choice} /> : <DrawnChart view={view} {...rest} />;
}

function DrawnChart<View extends DrawnText>({
  view,
  load,
  choice,
  low = false,
  height = `${low ? "h-45" : "h-70"} @cq:h-75`,
}: LazyChartProps<View>) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const near = useNear(place);
  const wanted = useTouched() || near;
  const drawing = useDrawing(load, wanted);
  const size = useSize(place, drawing !== null);
  const shown = useFollowed(view, near);
  const drawn = drawing !== null && size !== null;
  return (
    <ChartFrame text={view} choice={choice} drawn={drawn}>
      <div ref={setPlace} className={classNames(styles.plot, height, "noscript:h-auto")}>
        {drawn ? createElement(drawing, { view: shown, ...size }) : <ChartPlaceholder load={load} />}
      </div>
    </ChartFrame>
  );
}

function ChartPlaceholder({ load }: { readonly load: () => Promise<unknown> }) {
  const failed = useMissing().some((part) => part.load === load);
  return (
    <Placeholder className="h-full min-h-[180px] noscript:min-h-0 noscript:py-4">
      <span className="only-with-scripts">
        {failed ? (
          <>
            The chart could not be loaded; its table holds every value.{" "}
            <Button small onClick={fetchMissing}>
              Try again
            </Button>
          </>
        ) : (
          "Drawing the chart; its table is ready"
        )}
      </span>
      <noscript>A drawing needs JavaScript; the table below holds every value</noscript>
    </Placeholder>
  );
}
