import { estimateByBody, estimateByLink, otherMethods, readBody, send } from "@/lib/api";

export const GET = ({ url, headers }: Request) => send(estimateByLink(new URL(url).search, headers.get("accept")));
export const HEAD = GET;

export async function POST({ url, headers, body }: Request) {
  return send(
    estimateByBody(await readBody(body, headers.get("content-length")), new URL(url).search, headers.get("accept")),
  );
}

export const { OPTIONS, DELETE, PATCH, PUT } = otherMethods("GET", "HEAD", "POST");
