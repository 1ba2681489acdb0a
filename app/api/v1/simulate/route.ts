import { MOST_SIMULATE_BYTES, otherMethods, readBody, send, simulateByBody } from "@/lib/api";

export async function POST({ url, headers, body }: Request) {
  return send(
    simulateByBody(await readBody(body, headers.get("content-length"), MOST_SIMULATE_BYTES), new URL(url).search),
  );
}

export const { OPTIONS, DELETE, PATCH, PUT, GET, HEAD } = otherMethods("POST");
