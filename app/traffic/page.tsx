import type { Metadata } from "next";
import { CopyLink } from "@/components/scenario-page/copy-link";
import { openQuery } from "@/components/scenario-page/opened";
import { TrafficPage } from "@/components/traffic/traffic-page";
import { SiteHeader, SkipLink } from "@/components/ui/shell";
import { encodeLink, toQuery } from "@/lib/link";
import { trafficTitle } from "@/lib/view/traffic";

type Props = PageProps<"/traffic">;

const open = async ({ searchParams }: Props) => openQuery(toQuery(await searchParams));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { title, description } = trafficTitle((await open(props)).scenario);
  return { title, description, openGraph: { title, description } };
}

/** A scenario’s traffic through a day under its limits; a link is read on the server, and a short day run there, so that its figures are in the HTML. */
export default async function Page(props: Props) {
  const opened = await open(props);
  return (
    <TrafficPage
      opened={opened}
      header={
        <>
          <SkipLink to="verdict">Skip to the verdict</SkipLink>
          <SiteHeader current="traffic" query={opened.from === "link" ? encodeLink(opened.scenario, "") : ""}>
            <CopyLink />
          </SiteHeader>
        </>
      }
    />
  );
}
