import { headers } from "next/headers";
import type { ComponentProps } from "react";
import { Code } from "@/components/ui/code";
import { HOST } from "./types";

/** A host with or without a port; an address of version 6 is in brackets. */
const IS_HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;
const first = (list: string | null) => list?.split(",")[0]?.trim();

/** Where this page was asked for: what a proxy says, else the request itself, else a copy on one’s own machine. */
async function ownOrigin(): Promise<string> {
  const request = await headers();
  const host = first(request.get("x-forwarded-host")) ?? request.get("host") ?? "";
  const scheme = first(request.get("x-forwarded-proto")) === "https" ? "https" : "http";
  return IS_HOST.test(host) ? `${scheme}://${host}` : HOST;
}

/** Code that runs as it stands: it calls the copy that the page came from. */
export async function OwnCode({ children, ...rest }: ComponentProps<typeof Code>) {
  return <Code {...rest}>{children.replaceAll(HOST, await ownOrigin())}</Code>;
}
