import { otherMethods, readBody, toText } from "@/lib/api";
import { readForm, type WallClock } from "@/lib/link";

/** The clock of those whose browser tells no time zone. */
function universalClock(): WallClock {
  const now = new Date();
  return {
    now: {
      year: now.getUTCFullYear(),
      month: now.getUTCMonth() + 1,
      day: now.getUTCDate(),
      hour: now.getUTCHours(),
      minute: now.getUTCMinutes(),
    },
    toMs: ({ year, month, day, hour, minute }) => Date.UTC(year, month - 1, day, hour, minute),
  };
}

/** Where a form sent without JavaScript goes on: the page of the link its fields ask for. */
const onTo = (fields: string) =>
  new Response(null, {
    status: 303,
    headers: { Location: readForm([...new URLSearchParams(fields)], universalClock()), "Cache-Control": "no-store" },
  });

export const GET = ({ url }: Request) => onTo(new URL(url).search);

export async function POST({ headers, body }: Request) {
  const read = await readBody(body, headers.get("content-length"));
  return onTo(("bytes" in read && toText(read.bytes)) || "");
}

export const HEAD = GET;
export const { OPTIONS, DELETE, PATCH, PUT } = otherMethods("GET", "HEAD", "POST");
