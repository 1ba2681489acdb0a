import { listKept } from "./kept";
import { serviceWorker } from "./worker";

/** The build is there only once it is whole. */
export const dynamic = "force-dynamic";

const HEADERS = {
  "Content-Type": "text/javascript; charset=utf-8",
  // Every look for a new version asks the server.
  "Cache-Control": "no-cache",
  "Content-Security-Policy": "default-src 'none'; connect-src 'self'",
};

let script: Promise<string> | undefined;

async function write(): Promise<string> {
  return `(${serviceWorker.toString()})(self, ${JSON.stringify(await listKept())});\n`;
}

/** The service worker of this build. */
export async function GET(): Promise<Response> {
  if (process.env.NODE_ENV !== "production") return new Response(null, { status: 404 });
  return new Response(await (script ??= write()), { headers: HEADERS });
}
