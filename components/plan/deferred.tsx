"use client";

import {
  Activity,
  lazy,
  memo,
  Suspense,
  useEffect,
  type ComponentProps,
  type ComponentType,
  type ReactNode,
} from "react";
import { buttonLook } from "@/components/ui/button";
import { firstSign } from "@/components/ui/hooks/first-sign";
import { keepEntered } from "@/components/ui/hooks/take-typed";
import { Fetching } from "@/components/ui/fetched/fetching";
import { fetchPart, useMissing } from "@/components/ui/fetched/fetch-part";
import type * as Parts from "./details";

const loadDetails = () => import("./details");
const DETAILS = "the details below";

/** Server: the component. Browser: lazy; its script loads at the first sign of a person. */
function part<Name extends keyof typeof Parts>(name: Name): ComponentType<ComponentProps<(typeof Parts)[Name]>> {
  type Props = ComponentProps<(typeof Parts)[Name]>;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the server alone comes here
  if (typeof window === "undefined") return (require("./details") as typeof Parts)[name] as ComponentType<Props>;
  return lazy(async () => {
    await firstSign();
    const parts = await fetchPart(DETAILS, loadDetails);
    // An edit made meanwhile has the part drawn anew.
    keepEntered();
    return { default: parts[name] as ComponentType<Props> };
  });
}

/**
 * A part that stands in its place in the server’s HTML and needs no script to be read. `Activity` is hydrated late, as
 * `Suspense` is, but its content is never sent behind the page. Its props must change in deferred renders only: an
 * urgent one would find no script, and nothing to show instead.
 */
function inHtml<Name extends keyof typeof Parts>(name: Name) {
  const Part = part(name) as ComponentType<object>;
  return memo(function Deferred(props: ComponentProps<(typeof Parts)[Name]>) {
    return (
      <Activity>
        <Part {...props} />
      </Activity>
    );
  });
}

/** A part of the page that needs scripts; until they are there `fallback` stands in for it. */
function onDemand<Name extends keyof typeof Parts>(name: Name, fallback: ReactNode) {
  const Part = part(name) as ComponentType<object>;
  return memo(function Deferred(props: ComponentProps<(typeof Parts)[Name]>) {
    return (
      <Suspense fallback={fallback}>
        <Part {...props} />
      </Suspense>
    );
  });
}

/** Has the details drawn faintly while their script is missing: they are of earlier inputs. */
export function StaleMark() {
  const isStale = useMissing().some(({ load }) => load === loadDetails);
  useEffect(() => void document.documentElement.toggleAttribute("data-stale", isStale), [isStale]);
  return null;
}

export const AccountingInHtml = inHtml("Accounting");
export const StartFromInHtml = inHtml("StartFrom");
export const SettingsInHtml = inHtml("Settings");
export const BannersInHtml = inHtml("Banners");
export const DetailsInHtml = inHtml("Details");
export const ChoicesInHtml = inHtml("ChoicesInTurn");
export const FootInHtml = inHtml("Foot");
/** The same fields in a `noscript`. */
export const OwnFactsInHtml = inHtml("OwnFactsList");
export const OwnFactsOnDemand = onDemand(
  "OwnFactsList",
  <Fetching name="the fields of each model" load={loadDetails} />,
);
/** What a workload is billed besides tokens: fetched when it opens, in a `noscript` before that. */
export const MORE_FIELDS = {
  OnDemand: onDemand("MoreFields", <Fetching name="the fields" load={loadDetails} />),
  InHtml: inHtml("MoreFields"),
};
export const PresetsOnDemand = onDemand(
  "Presets",
  <span className={buttonLook({}, "only-with-scripts")}>From a preset</span>,
);
