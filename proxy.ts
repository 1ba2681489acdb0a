import { NextResponse, type NextRequest } from "next/server";
import { findModel } from "@/lib/catalogue";
import { ROUTES } from "@/components/ui/routes";

const isDevelopment = process.env.NODE_ENV === "development";

/**
 * Answers every page with a policy that runs only scripts of ours: those served from here, and the inline
 * ones that carry this request's nonce.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce);

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  // Next reads the nonce for its own inline scripts from the policy of the request.
  headers.set("Content-Security-Policy", policy);
  const { pathname } = request.nextUrl;
  const isMissing = isUnknownModel(pathname);
  // Next sends the page of what is missing along with every other page; that one leaves it empty by this.
  headers.delete("x-is-there");
  if (!isMissing && isPage(pathname)) headers.set("x-is-there", "");

  const response = isMissing
    ? NextResponse.rewrite(new URL("/models/unknown/page", request.url), { request: { headers } })
    : NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

/**
 * A page that says it is missing while it is drawn is drawn by scripts only; a path without a route is
 * answered in HTML.
 */
function isUnknownModel(path: string): boolean {
  const id = /^\/models\/([^/]+)$/.exec(path)?.[1];
  return id !== undefined && !findModel(id);
}

const PAGES: ReadonlySet<string> = new Set(Object.values(ROUTES));

const isPage = (path: string) => PAGES.has(path) || path.startsWith(`${ROUTES.models}/`);

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    // Development compiles with eval, injects its styles inline, and reloads over a socket.
    `script-src 'self' 'nonce-${nonce}'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ""}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws: wss:" : ""}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = {
  // Not the API, which has its own policy in next.config.ts, nor the service worker, nor files served as they lie.
  matcher: "/((?!api/v1(?:/|$)|sw\\.js$|_next/static/|_next/image|.*\\.(?:ico|png|svg|txt|webmanifest)$).*)",
};
