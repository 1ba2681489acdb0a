import { otherMethods, readBody, toText } from "@/lib/api";
import { readForm } from "@/lib/link";

/** Where a form sent without JavaScript goes on: the page of the link its fields ask for. */
const onTo = (fields: string) =>
  new Response(null, {
    status: 303,
    headers: { Location: readForm([...new URLSearchParams(fields)]), "Cache-Control": "no-store" },
  });

export const GET = ({ url }: Request) => onTo(new URL(url).search);

export async function POST({ headers, body }: Request) {
  const read = await readBody(body, headers.get("content-length"));
  return onTo(("bytes" in read && toText(read.bytes)) || "");
}

export const HEAD = GET;
export const { OPTIONS, DELETE, PATCH, PUT } = otherMethods("GET", "HEAD", "POST");
