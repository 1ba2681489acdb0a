// First: it sets the order of the layers, whatever else brings a style sheet.
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { TermPresses } from "@/components/figures/term-presses";
import { MissingNote } from "@/components/ui/fetched/missing-note";
import { FIRST_PAINT } from "@/components/scenario-page/first-paint";

export const metadata: Metadata = {
  title: { default: "Headroom", template: "%s · Headroom" },
  description: "What an OpenAI workload costs a month, which limit it meets first, and how much headroom is left.",
  applicationName: "Headroom",
  icons: {
    icon: [
      { url: "/favicon.ico", sizes: "32x32" },
      { url: "/favicon.svg", type: "image/svg+xml" },
    ],
    apple: "/apple-touch-icon.png",
  },
  manifest: "/manifest.webmanifest",
  openGraph: { siteName: "Headroom", type: "website" },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1113" },
  ],
};

/** Before the first paint: the theme chosen in this browser, if one was. */
const THEME = `try{let t=localStorage.getItem("theme");if(t=="light"||t=="dark")document.documentElement.dataset.theme=t}catch{};`;

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* eslint-disable-next-line no-restricted-syntax -- runs before the first paint, with the nonce */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: THEME + FIRST_PAINT }} />
      </head>
      <body>
        {children}
        <TermPresses />
        <MissingNote />
      </body>
    </html>
  );
}
