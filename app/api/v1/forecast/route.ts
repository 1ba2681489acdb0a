import { forecastByBody, forecastByLink, otherMethods, readBody, send } from "@/lib/api";

export const GET = ({ url }: Request) => send(forecastByLink(new URL(url).search));
export const HEAD = GET;

export async function POST({ url, headers, body }: Request) {
  return send(forecastByBody(await readBody(body, headers.get("content-length")), new URL(url).search));
}

export const { OPTIONS, DELETE, PATCH, PUT } = otherMethods("GET", "HEAD", "POST");
