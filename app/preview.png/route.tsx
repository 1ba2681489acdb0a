import { ImageResponse } from "next/og";
import { estimate } from "@/lib/estimate";
import { previewView } from "@/lib/view/preview";
import { PreviewCard } from "@/components/report/preview-card";
import { openQuery } from "@/components/scenario-page/opened";
import { fonts } from "./fonts";

/** A link pins its day: only another version of this program says something else of it. */
const CACHE = "public, max-age=3600, stale-while-revalidate=604800";

/** The picture of the link with this query. A damaged link gives what can be read of it, as the page does. */
export async function GET({ url }: Request) {
  const { scenario } = openQuery(new URL(url).search);
  return new ImageResponse(<PreviewCard view={previewView(estimate(scenario))} />, {
    width: 1200,
    height: 630,
    fonts: await fonts(),
    headers: { "Cache-Control": CACHE },
  });
}
