"use client";

import {
  Activity,
  lazy,
  memo,
  startTransition,
  Suspense,
  useEffect,
  useState,
  type ComponentProps,
  type ComponentType,
} from "react";
import { fetchPart } from "@/components/ui/fetched/fetch-part";
import { firstSign } from "@/components/ui/hooks/first-sign";
import type { Estimate } from "@/lib/estimate";
import type * as Parts from "./verdict";

const loadVerdict = () => import("./verdict");
const load = () => firstSign().then(() => fetchPart("the verdict", loadVerdict));

/** How long after the page the script is fetched where nobody gives a sign, ms: the network may go meanwhile. */
const QUIET_MS = 4000;

/** Server: the component. Browser: lazy; its script loads at the first sign of a person, before an edit can be made. */
function part<Name extends keyof typeof Parts>(name: Name): ComponentType<ComponentProps<(typeof Parts)[Name]>> {
  type Props = ComponentProps<(typeof Parts)[Name]>;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the server alone comes here
  if (typeof window === "undefined") return (require("./verdict") as typeof Parts)[name] as ComponentType<Props>;
  return lazy(async () => ({ default: (await load())[name] as ComponentType<Props> }));
}

const LateVerdict = part("PlanVerdict");
const LateBar = part("PlanBar");
const LateAnnouncement = part("PlanAnnouncement");

const VerdictInHtml = memo(function VerdictInHtml(props: ComponentProps<typeof LateVerdict>) {
  return (
    <Activity>
      <LateVerdict {...props} />
    </Activity>
  );
});

const BarInHtml = memo(function BarInHtml(props: ComponentProps<typeof LateBar>) {
  return (
    <Suspense>
      <LateBar {...props} />
    </Suspense>
  );
});

/** Whether the script of the verdict is there. */
function useIsThere(): boolean {
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => void loadVerdict().catch(() => undefined), QUIET_MS);
    void load().then(() => startTransition(() => setThere(true)));
    return () => clearTimeout(timer);
  }, []);
  return isThere;
}

/** What is drawn, at once and a paint later. An urgent change would find no script until there is one. */
interface Shown {
  readonly now: Estimate;
  readonly painted: Estimate;
}

interface VerdictProps extends Shown {
  /** Nothing of the painted estimate is the user’s own yet. */
  readonly example: boolean;
}

/** The verdict stands in the server’s HTML; once its script is there it follows every edit at once. */
export function VerdictInPlace({ now, painted, example }: VerdictProps) {
  const isThere = useIsThere();
  return <VerdictInHtml estimate={isThere ? now : painted} example={example} />;
}

/** The verdict and the month’s cost at the foot of a narrow window, in the same way. */
export function VerdictBar({ now, painted }: Shown) {
  const isThere = useIsThere();
  return <BarInHtml estimate={isThere ? now : painted} />;
}

/** What is told of an edit; it may come late. */
export const Announcement = memo(function Announcement(props: ComponentProps<typeof LateAnnouncement>) {
  return (
    <Activity>
      <LateAnnouncement {...props} />
    </Activity>
  );
});
