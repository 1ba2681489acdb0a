"use client";

import { createElement, memo, useDeferredValue, useEffect, useMemo, useRef, useState, type ComponentType } from "react";
import type { Estimate } from "@/lib/estimate";
import { billChart, capChart, capWorkload, tokensChart, volumeChart, workloadName, type ChartText, type PriceChart, type Undrawn } from "@/lib/view";
import { firstSign } from "@/components/ui/first-sign";
import type { DrawingProps } from "./drawing";
import { ChartFrame, EmptyFrame } from "./frame";

type Drawing<View> = ComponentType<DrawingProps<View>>;
type Load<View> = () => Promise<{ readonly default: Drawing<View> }>;

/** How far outside the window a chart may be and still be drawn. */
const NEAR = "300px 0px";

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

/** Whether the element is in the window or near it; on paper, always. */
function useNear(target: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)!.isIntersecting), { rootMargin: NEAR });
    observer.observe(target.current!);
    const print = () => setNear(true);
    window.addEventListener("beforeprint", print);
    return () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", print);
    };
  }, [target]);
  return near;
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
function useSize(target: React.RefObject<HTMLElement | null>, wanted: boolean): { readonly width: number; readonly height: number } | null {
  const [size, setSize] = useState<{ readonly width: number; readonly height: number } | null>(null);
  useEffect(() => {
    if (!wanted) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      const next = { width: Math.floor(width), height: Math.floor(height) };
      setSize((known) => (known && known.width === next.width && known.height === next.height ? known : next));
    });
    observer.observe(target.current!);
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
function LazyChart<View extends ChartText>({ view, load, choice }: LazyChartProps<View>) {
  const place = useRef<HTMLDivElement>(null);
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
      <div ref={place} className="plot h-70 @cq:h-75 noscript:h-auto">
        {ready && size ? (
          createElement(Draw, { view: shown, ...size })
        ) : (
          <div className="skel h-full noscript:min-h-0 noscript:py-4">
            <span className="js">{Draw === "failed" ? "The chart could not be loaded; its table holds every value" : "Drawing the chart; its table is ready"}</span>
            <noscript>The table holds every value</noscript>
          </div>
        )}
      </div>
    </ChartFrame>
  );
}

function Chart<View extends ChartText & { readonly drawn: true }>({ view, ...rest }: { readonly view: View | Undrawn; readonly load: Load<View>; readonly choice?: React.ReactNode }) {
  return view.drawn ? <LazyChart view={view} {...rest} /> : <EmptyFrame {...view} choice={rest.choice} />;
}

const loadCap = () => import("./cap-chart");
const loadVolume = () => import("./volume-chart");
const loadTokens = () => import("./tokens-chart");
const loadBill = () => import("./bill-chart");
const loadPrice = () => import("./price-history");

interface EstimateProps {
  readonly estimate: Estimate;
}

/** Cap against throughput. Starts with the workload whose tokens weigh most; with several standard workloads a select chooses. */
export const CapChart = memo(function CapChart({ estimate }: EstimateProps) {
  const late = useDeferredValue(estimate);
  const [chosen, choose] = useState<number | null>(null);
  const { workloads } = late.scenario;
  const standard = workloads.flatMap(({ serviceTier }, index) => (serviceTier === "standard" ? [index] : []));
  const index = chosen !== null && standard.includes(chosen) ? chosen : capWorkload(late);
  const view = useMemo(() => capChart(late, index), [late, index]);
  const choice = standard.length > 1 && (
    <select className="js max-w-[60%] field-sizing-content truncate bg-bg text-12 text-ink-2" aria-label="Workload of the chart" value={index} onChange={({ target }) => choose(Number(target.value))}>
      {standard.map((each) => (
        <option key={each} value={each}>
          {workloadName(late.scenario, each)}
        </option>
      ))}
    </select>
  );
  return <Chart view={view} load={loadCap} choice={choice} />;
});

/** Cost a month against traffic, with the usage limit of each tier. */
export const VolumeChart = memo(function VolumeChart({ estimate }: EstimateProps) {
  const late = useDeferredValue(estimate);
  const view = useMemo(() => volumeChart(late), [late]);
  return <Chart view={view} load={loadVolume} />;
});

/** Tokens a minute against the limits of the tiers. */
export const TokensChart = memo(function TokensChart({ estimate }: EstimateProps) {
  const late = useDeferredValue(estimate);
  const view = useMemo(() => tokensChart(late), [late]);
  return <Chart view={view} load={loadTokens} />;
});

/** The month’s bill by workload and line item. */
export const BillChart = memo(function BillChart({ estimate }: EstimateProps) {
  const late = useDeferredValue(estimate);
  const view = useMemo(() => billChart(late), [late]);
  return <Chart view={view} load={loadBill} />;
});

/** A model’s prices over time; `chart` is plain data, so that a server component can hand it over. */
export function PriceHistoryChart({ chart }: { readonly chart: PriceChart }) {
  return <LazyChart view={chart} load={loadPrice} />;
}
