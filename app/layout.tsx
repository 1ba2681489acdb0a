// First: it sets the order of the layers, whatever else brings a style sheet.
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { TermPresses } from "@/components/figures/term-presses";
import { MissingNote } from "@/components/ui/fetched/missing-note";
import { buildId } from "@/components/ui/offline/build-id";
import { KeepOffline } from "@/components/ui/offline/keep-offline";
import { HeadScript } from "@/components/scenario-page/head-script";

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

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <HeadScript nonce={nonce} />
      </head>
      <body>
        {children}
        <TermPresses />
        <MissingNote />
        {process.env.NODE_ENV === "production" && <KeepOffline build={buildId()} />}
      </body>
    </html>
  );
}
