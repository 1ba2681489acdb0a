import type { Metadata } from "next";
import { BacklogPage } from "@/components/backlog/backlog-page";
import { CopyLink } from "@/components/scenario-page/copy-link";
import { openQuery } from "@/components/scenario-page/opened";
import { SiteHeader, SkipLink } from "@/components/ui/shell";
import { planBacklog } from "@/lib/batch";
import { encodeLink, toQuery } from "@/lib/link";
import { backlogTitle } from "@/lib/view/backlog";

type Props = PageProps<"/backlog">;

const open = async ({ searchParams }: Props) => openQuery(toQuery(await searchParams));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { title, description } = backlogTitle(planBacklog((await open(props)).scenario));
  return { title, description, openGraph: { title, description } };
}

/** A pile of work: how long and how much, in batch, as standard or split; a link is read on the server, so that its figures are in the HTML. */
export default async function Page(props: Props) {
  const opened = await open(props);
  return (
    <BacklogPage
      opened={opened}
      header={
        <>
          <SkipLink to="verdict">Skip to the verdict</SkipLink>
          <SiteHeader current="backlog" query={opened.from === "link" ? encodeLink(opened.scenario, "") : ""}>
            <CopyLink />
          </SiteHeader>
        </>
      }
    />
  );
}
