"use client";

import { createElement, useEffect, useState, type ComponentType } from "react";
import type { ChartText, Undrawn } from "@/lib/view/chart";
import { firstSign } from "@/components/ui/first-sign";
import { useNear } from "@/components/ui/use-near";
import type { DrawingProps } from "./drawing";
import { ChartFrame, EmptyFrame } from "./frame";

type Drawing<View> = ComponentType<DrawingProps<View>>;
type Load<View> = () => Promise<{ readonly default: Drawing<View> }>;

/** How long after an edit a drawing out of sight follows it. */
const FAR_MS = 500;

/** Whether the page was touched and has been idle since: time to draw what is out of sight too. */
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

/** Calls back when the page has nothing better to do. */
function whenIdle(then: () => void): () => void {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(then, 200);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(then, { timeout: 1000 });
  return () => cancelIdleCallback(handle);
}

/** The drawing’s code, once it was wanted and has come; `"failed"` where it could not be loaded. */
function useDrawing<View>(load: Load<View>, wanted: boolean): Drawing<View> | "failed" | null {
  const [drawing, setDrawing] = useState<{ readonly code: Drawing<View> | "failed" } | null>(null);
  const ready = drawing !== null && drawing.code !== "failed";
  useEffect(() => {
    if (!wanted || ready) return;
    let gone = false;
    const stop = whenIdle(() => {
      load().then(
        ({ default: code }) => gone || setDrawing({ code }),
        () => gone || setDrawing({ code: "failed" }),
      );
    });
    return () => {
      gone = true;
      stop();
    };
  }, [load, wanted, ready]);
  return drawing && drawing.code;
}

/** Width and height of the element in whole pixels, followed as it changes; `null` before it is wanted. */
function useSize(
  target: HTMLElement | null,
  wanted: boolean,
): { readonly width: number; readonly height: number } | null {
  const [size, setSize] = useState<{ readonly width: number; readonly height: number } | null>(null);
  useEffect(() => {
    if (!wanted || !target) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      const next = { width: Math.floor(width), height: Math.floor(height) };
      setSize((known) => (known && known.width === next.width && known.height === next.height ? known : next));
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [target, wanted]);
  return size;
}

interface LazyChartProps<View> {
  readonly view: View;
  readonly load: Load<View>;
  readonly choice?: React.ReactNode;
}

/** A chart’s frame and table at once; its drawing when the frame comes near, following the view while it stays there. */
export function LazyChart<View extends ChartText>({ view, load, choice }: LazyChartProps<View>) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const near = useNear(place);
  const wanted = useTouched() || near;
  const Draw = useDrawing(load, wanted);
  const ready = Draw !== null && Draw !== "failed";
  const size = useSize(place, ready);
  // In sight a drawing follows at once; out of sight it catches up when the edits pause.
  const [shown, setShown] = useState(view);
  if (near && shown !== view) setShown(view);
  useEffect(() => {
    if (near || shown === view) return;
    const timer = setTimeout(() => setShown(view), FAR_MS);
    return () => clearTimeout(timer);
  }, [near, shown, view]);
  return (
    <ChartFrame {...view} choice={choice} drawn={ready && size !== null}>
      <div ref={setPlace} className="plot h-70 @cq:h-75 noscript:h-auto">
        {ready && size ? (
          createElement(Draw, { view: shown, ...size })
        ) : (
          <div className="skel h-full noscript:min-h-0 noscript:py-4">
            <span className="only-with-scripts">
              {Draw === "failed"
                ? "The chart could not be loaded; its table holds every value"
                : "Drawing the chart; its table is ready"}
            </span>
            <noscript>The table holds every value</noscript>
          </div>
        )}
      </div>
    </ChartFrame>
  );
}

/** A chart, or the place of one that has nothing to draw. */
export function Chart<View extends ChartText & { readonly drawn: true }>({
  view,
  ...rest
}: {
  readonly view: View | Undrawn;
  readonly load: Load<View>;
  readonly choice?: React.ReactNode;
}) {
  return view.drawn ? <LazyChart view={view} {...rest} /> : <EmptyFrame {...view} choice={rest.choice} />;
}
