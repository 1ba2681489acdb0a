"use client";

import { lazy, type ComponentProps, type ComponentType } from "react";
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
 */
function later<Name extends keyof typeof Parts>(name: Name): ComponentType<ComponentProps<(typeof Parts)[Name]>> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the server's branch; it is no part of what a browser gets
  if (typeof window === "undefined") return (require("./details") as typeof Parts)[name] as ComponentType<ComponentProps<(typeof Parts)[Name]>>;
  return lazy(async () => {
    await firstSign();
    return { default: (await import("./details"))[name] as ComponentType<ComponentProps<(typeof Parts)[Name]>> };
  });
}

export const Banners = later("Banners");
export const Details = later("Details");
export const Choices = later("Choices");
export const Foot = later("Foot");
export const OwnFactsList = later("OwnFactsList");
export const Presets = later("Presets");
