import { otherMethods, rangeByBody, readBody, send } from "@/lib/api";

export async function POST({ url, headers, body }: Request) {
  return send(rangeByBody(await readBody(body, headers.get("content-length")), new URL(url).search));
}

export const { OPTIONS, DELETE, PATCH, PUT, GET, HEAD } = otherMethods("POST");
