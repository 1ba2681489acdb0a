import { headers } from "next/headers";

/** A copy on one’s own machine. Examples are written for it; `OwnCode` puts that of the page in its place. */
export const HOST = "http://localhost:3000";

/** A host with or without a port; an address of version 6 is in brackets. */
const IS_HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;
const first = (list: string | null) => list?.split(",")[0]?.trim();

/** Where this page was asked for: what a proxy says, else the request itself, else a copy on one’s own machine. */
export async function ownOrigin(): Promise<string> {
  const request = await headers();
  const host = first(request.get("x-forwarded-host")) ?? request.get("host") ?? "";
  const scheme = first(request.get("x-forwarded-proto")) === "https" ? "https" : "http";
  return IS_HOST.test(host) ? `${scheme}://${host}` : HOST;
}
