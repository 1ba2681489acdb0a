import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { estimateByBody, estimateByLink, readPieces, type Answer } from "@/lib/api";
import { apiHeaders } from "@/next.config";

/** The call, and a query that is the same before and after a URL is made of it. */
const ESTIMATE = /^\/api\/v1\/estimate(?:\?([^\s"#'<>\x7f-\uffff]*))?$/;
/** A shorter answer is one packet either way. */
const LEAST_ZIPPED = 1024;
const GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i;

type Listener = (request: IncomingMessage, response: ServerResponse) => void;
const taken = new WeakSet<Server>();
const zip = promisify(gzip);

/**
 * Has the server answer `GET` and `POST /api/v1/estimate` by itself, as the route does, in a quarter of the time that
 * Next takes to get there and back. All else, and what of it is unusual, goes to Next.
 */
export function answerAhead(server: Server): void {
  if (taken.has(server)) return;
  taken.add(server);
  const listeners = server.listeners("request") as Listener[];
  server.removeAllListeners("request");
  server.on("request", (request, response) => {
    const [path, query = ""] = ESTIMATE.exec(request.url!) ?? [];
    if (path !== undefined && (request.method === "GET" || request.method === "POST"))
      return void estimate(request, response, query);
    for (const listener of listeners) listener.call(server, request, response);
  });
}

async function estimate(request: IncomingMessage, response: ServerResponse, query: string): Promise<void> {
  try {
    const { accept = null, "content-length": length = null, "accept-encoding": encodings = "" } = request.headers;
    const read = () => readPieces(request.iterator({ destroyOnReturn: false }), length);
    const answer =
      request.method === "GET" ? estimateByLink(query, accept) : estimateByBody(await read(), query, accept);
    await send(answer, String(encodings), response);
  } catch (fault) {
    console.error(fault);
    if (response.headersSent) response.destroy();
    else response.writeHead(500, apiHeaders).end();
  }
}

async function send({ status, headers, body }: Answer, encodings: string, response: ServerResponse): Promise<void> {
  const text = body ?? "";
  const isZipped = text.length >= LEAST_ZIPPED && GZIP.test(encodings);
  const sent = isZipped ? await zip(text) : text;
  const Vary = [headers["Vary"], "Accept-Encoding"].filter(Boolean).join(", ");
  response.writeHead(status, {
    ...apiHeaders,
    ...headers,
    Vary,
    ...(isZipped && { "Content-Encoding": "gzip" }),
    "Content-Length": Buffer.byteLength(sent),
  });
  response.end(sent);
}
