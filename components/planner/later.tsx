"use client";

import { lazy, memo, Suspense, type ComponentProps, type ComponentType, type ReactNode } from "react";
import type * as Parts from "./details";

const SIGNS = ["pointermove", "pointerdown", "keydown", "touchstart", "wheel", "scroll", "focusin"] as const;
let sign: Promise<void> | undefined;

/** Resolves at the first sign of a person: until then the server’s HTML stands by itself. */
export function firstSign(): Promise<void> {
  return (sign ??= new Promise((resolve) => {
    const seen = () => {
      for (const name of SIGNS) removeEventListener(name, seen);
      resolve();
    };
    for (const name of SIGNS) addEventListener(name, seen, { passive: true });
  }));
}

/**
 * A part of the page whose figures are in the server’s HTML and whose script comes with the first sign of a person.
 * On the server it is the part itself: rendered in place, so that it stands in the HTML without any script.
 * It draws only when its own props change, and those must change in deferred renders only: an urgent one would take the server’s HTML away before the script is there.
 */
function later<Name extends keyof typeof Parts>(name: Name, fallback: ReactNode = null) {
  type Props = ComponentProps<(typeof Parts)[Name]>;
  const Part = (
    typeof window === "undefined"
      ? // eslint-disable-next-line @typescript-eslint/no-require-imports -- the server's branch; it is no part of what a browser gets
        (require("./details") as typeof Parts)[name]
      : lazy(async () => {
          await firstSign();
          return { default: (await import("./details"))[name] as ComponentType<Props> };
        })
  ) as ComponentType<object>;
  return memo(function Later(props: Props) {
    return (
      <Suspense fallback={fallback}>
        <Part {...props} />
      </Suspense>
    );
  });
}

export const Banners = later("Banners");
export const Details = later("Details");
export const Choices = later("Choices");
export const Foot = later("Foot");
export const OwnFactsList = later("OwnFactsList", <p className="q mt-2">Fetching the fields of each model…</p>);
export const Presets = later("Presets", <span className="btn">From a preset</span>);
