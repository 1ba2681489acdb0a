import { compareByBody, compareByLink, otherMethods, readBody, send } from "@/lib/api";

export const GET = ({ url }: Request) => send(compareByLink(new URL(url).search));
export const HEAD = GET;

export async function POST({ url, headers, body }: Request) {
  return send(compareByBody(await readBody(body, headers.get("content-length")), new URL(url).search));
}

export const { OPTIONS, DELETE, PATCH, PUT } = otherMethods("GET", "HEAD", "POST");
