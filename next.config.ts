import type { NextConfig } from "next";

const everywhere = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Strict-Transport-Security": "max-age=31536000",
};

/** The API holds no state and knows no user: a script on any site may call it, and nothing it answers may run. */
const api = {
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, POST",
  "Access-Control-Allow-Headers": "Content-Type",
};

/** Every header that an answer of the API has besides its own. */
export const apiHeaders = { ...everywhere, ...api };

/** Chats show the picture of a link in pages of their own. */
const preview = { "Cross-Origin-Resource-Policy": "cross-origin" };

/** Files that change with a version at most: kept for a day, and used for a week while they are asked for anew. */
const lasting = { "Cache-Control": "public, max-age=86400, stale-while-revalidate=604800" };
const FILES = "favicon.ico|favicon.svg|apple-touch-icon.png|icon-192.png|icon-512.png|planner.png";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are a check of their own (npm run check, npm test); a build would only repeat it, tests included.
  typescript: { ignoreBuildErrors: true },
  // A page loads the styles it shows, not those of every page.
  experimental: { cssChunking: "graph" },
  headers: () => [
    { source: "/:path*", headers: toHeaders(everywhere) },
    { source: "/api/v1/:path*", headers: toHeaders(api) },
    { source: `/:file(${FILES})`, headers: toHeaders(lasting) },
    { source: "/preview.png", headers: toHeaders(preview) },
  ],
};

function toHeaders(record: Record<string, string>) {
  return Object.entries(record).map(([key, value]) => ({ key, value }));
}

export default config;
