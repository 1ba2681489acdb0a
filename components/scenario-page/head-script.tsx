"use client";

import { FIRST_PAINT } from "./first-paint";

/** Before the first paint: the theme chosen in this browser, if one was. */
const THEME = `try{let t=localStorage.getItem("theme");if(t=="light"||t=="dark")document.documentElement.dataset.theme=t}catch{};`;

/**
 * What runs before the first paint, with the nonce. It is a client component without a client: what the server alone
 * draws is written twice, as HTML and as data, and this is in the HTML only.
 */
export function HeadScript({ nonce }: { readonly nonce: string | undefined }) {
  const text = typeof window === "undefined" ? THEME + FIRST_PAINT : "";
  // eslint-disable-next-line no-restricted-syntax -- runs before the first paint, with the nonce
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: text }} />;
}
