import type { ComponentProps } from "react";
import { Code } from "@/components/ui/code";
import { HOST, ownOrigin } from "@/components/ui/page/own-origin";

/** Code that runs as it stands: it calls the copy that the page came from. */
export async function OwnCode({ children, ...rest }: ComponentProps<typeof Code>) {
  return <Code {...rest}>{children.replaceAll(HOST, await ownOrigin())}</Code>;
}
